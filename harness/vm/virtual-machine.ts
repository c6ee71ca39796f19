import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Missing } from '../model/runtime.ts';
import { contentCache } from '../provision/content-cache.ts';
import { onPath } from '../provision/on-path.ts';
import { ToolFailure, toolOutput } from '../provision/tool-output.ts';

/** What a virtual machine is started from. */
export interface VirtualMachine {
  readonly qemu: string;
  readonly kernel: string;
  readonly initramfs: string;
}

const TOOLS = {
  'qemu-system-x86_64': 'apt install qemu-system-x86',
  busybox: 'apt install busybox-static',
  'apt-get': 'use Debian or Ubuntu',
  'dpkg-deb': 'apt install dpkg',
} as const;

/** What it takes to see another file tree, in the order of loading. What a kernel has built in is not in its package. */
const MODULES = [
  ...['virtio_ring', 'virtio', 'virtio_pci_legacy_dev', 'virtio_pci_modern_dev', 'virtio_pci'],
  ...['netfs', 'fscache', '9pnet', '9pnet_virtio', '9p', 'overlay'],
];

/** The newest kernel of the distribution and an initramfs for it: fetched and built once, nothing is installed. */
export async function provideVirtualMachine(): Promise<VirtualMachine | Missing> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: 'the machine shares its own file tree', remedy: 'use Linux on x86-64' };
  }
  const found = new Map<string, string>();
  for (const [tool, remedy] of Object.entries(TOOLS)) {
    const path = await onPath(tool);
    if (path === undefined) return { missing: `there is no ${tool}`, remedy };
    found.set(tool, path);
  }
  const busybox = found.get('busybox') ?? '';
  if ((await readFile(busybox)).includes('/ld-linux')) {
    return { missing: `${busybox} needs libraries`, remedy: TOOLS.busybox };
  }
  const init = fileURLToPath(new URL('guest/init.sh', import.meta.url));
  try {
    const kernelPackage = await newestKernel();
    const inputs = [kernelPackage, ...MODULES, await readFile(init, 'utf8'), busybox];
    const folder = await contentCache('virtual-machine', inputs, async (draft) => {
      await unpackKernel(kernelPackage, draft);
      await buildInitramfs(draft, busybox, init);
    });
    return {
      qemu: found.get('qemu-system-x86_64') ?? '',
      kernel: join(folder, 'vmlinuz'),
      initramfs: join(folder, 'initramfs'),
    };
  } catch (error) {
    if (!(error instanceof ToolFailure)) throw error;
    return { missing: `no kernel to be had: ${error.message}`, remedy: 'apt-get update' };
  }
}

/** The package that `linux-image-amd64` stands for: `linux-image-6.1.0-56-amd64=6.1.192-2`. */
async function newestKernel(): Promise<string> {
  const depends = await toolOutput(['apt-cache', 'depends', 'linux-image-amd64']);
  const name = depends.match(/Depends: (linux-image-\S+)/)?.[1];
  const policy = name === undefined ? '' : await toolOutput(['apt-cache', 'policy', name]);
  const version = policy.match(/Candidate: (\d\S*)/)?.[1];
  if (version === undefined) throw new ToolFailure('apt knows no linux-image-amd64');
  return `${name}=${version}`;
}

/** The kernel as `vmlinuz`, and the modules in `tree/modules` with their `order`. */
async function unpackKernel(kernelPackage: string, folder: string): Promise<void> {
  await toolOutput(['apt-get', '-qq', 'download', kernelPackage], { cwd: folder });
  const [archive = ''] = await filesIn(folder, (name) => name.endsWith('.deb'));
  const unpacked = join(folder, 'unpacked');
  await mkdir(unpacked);
  const unpack = 'dpkg-deb --fsys-tarfile "$0" | tar -x -C "$1" ./boot ./lib/modules';
  await toolOutput(['sh', '-c', unpack, archive, unpacked]);
  const files = await filesIn(unpacked);
  const kernel = files.find((file) => basename(file).startsWith('vmlinuz-'));
  if (kernel === undefined) throw new ToolFailure(`${kernelPackage} has no kernel in it`);
  await copyFile(kernel, join(folder, 'vmlinuz'));

  const modules = join(folder, 'tree', 'modules');
  await mkdir(modules, { recursive: true });
  const order: string[] = [];
  for (const module of MODULES) {
    const file = files.find((path) => basename(path).match(/^(.+)\.ko(\.xz)?$/)?.[1] === module);
    if (file === undefined) continue;
    await copyFile(file, join(modules, basename(file)));
    if (file.endsWith('.xz')) await toolOutput(['xz', '-d', join(modules, basename(file))]);
    order.push(`${module}.ko\n`);
  }
  await writeFile(join(modules, 'order'), order.join(''));
  await rm(unpacked, { recursive: true });
  await rm(archive);
}

/** Adds busybox and the first script to the tree, and packs it. */
async function buildInitramfs(folder: string, busybox: string, init: string): Promise<void> {
  const tree = join(folder, 'tree');
  await mkdir(join(tree, 'bin'));
  await copyFile(busybox, join(tree, 'bin', 'busybox'));
  await copyFile(init, join(tree, 'init'));
  await toolOutput(['chmod', '+x', join(tree, 'init'), join(tree, 'bin', 'busybox')]);
  const pack = 'find . | "$0" cpio -o -H newc >../initramfs';
  await toolOutput(['sh', '-c', pack, busybox], { cwd: tree });
  await rm(tree, { recursive: true });
}

/** All files below a folder, or those of a name. */
async function filesIn(
  folder: string,
  isWanted: (name: string) => boolean = () => true,
): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isWanted(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}
