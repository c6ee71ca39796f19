# Runs the steps of a scenario, each into files of its own.
cd /srv/tasktax || exit
step() {
  name=$1
  shift
  begin=$(cut -d' ' -f1 /proc/uptime)
  "$@" >"/mnt/$name.stdout" 2>"/mnt/$name.stderr" </dev/null
  echo "$? $begin $(cut -d' ' -f1 /proc/uptime)" >"/mnt/$name.ended"
}
. /mnt/steps
