# Control groups of version 2, root, and nobody who looks after either.
mount -t cgroup2 cgroup2 /sys/fs/cgroup
export HOME=/tmp/root
sh /mnt/guest/steps.sh
echo o >/proc/sysrq-trigger
sleep 60
