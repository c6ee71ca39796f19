#!/bin/busybox sh
# The initramfs: the host's own file tree, read-only, under an overlay that forgets. /mnt is shared with the host.
/bin/busybox mkdir -p /proc /dev /lower /upper /root
/bin/busybox --install -s /bin
export PATH=/bin
mount -t proc proc /proc
mount -t devtmpfs dev /dev
while read -r module; do insmod "/modules/$module"; done </modules/order
mount -t 9p -o ro,trans=virtio,version=9p2000.L,cache=loose,msize=512000 root /lower
mount -t tmpfs upper /upper
mkdir /upper/files /upper/work
mount -t overlay -o lowerdir=/lower,upperdir=/upper/files,workdir=/upper/work overlay /root
mount -t 9p -o trans=virtio,version=9p2000.L,cache=none,msize=512000 shared /root/mnt
umount /proc
mount --move /dev /root/dev
exec switch_root /root /bin/sh /mnt/guest/start.sh
