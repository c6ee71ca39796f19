# The first process after the initramfs. /mnt/checkout says where the checkout is, /mnt/scenario which machine this is.
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mkdir -p /dev/shm /srv/tasktax
# Bound, so that a user may read it who could not enter the folders above it; it may be below /tmp.
mount --bind "$(cat /mnt/checkout)" /srv/tasktax
mount -t tmpfs -o mode=1777 tmpfs /tmp
mount -t tmpfs -o mode=1777 tmpfs /dev/shm

echo 'tester:x:4321:4321::/home/tester:/bin/sh' >>/etc/passwd
echo 'tester:x:4321:' >>/etc/group
echo 'tester:*:20000:0:99999:7:::' >>/etc/shadow
mkdir -p /home/tester
chown 4321:4321 /home/tester

. "/mnt/guest/$(cat /mnt/scenario).sh"
