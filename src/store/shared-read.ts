import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Reads folders of the checkout once for all who ask. As soon as one of their files is another one,
 * the next to ask has them read anew.
 */
export function shareRead<Value>(
	folders: readonly string[],
	read: (root: string) => Promise<Value>,
): (root: string) => Promise<Value> {
	let last: { state: string; value: Promise<Value> } | undefined;
	return async (root) => {
		// Looked at before it is read: a file that changes meanwhile makes the next state another one.
		const states = await Promise.all(folders.map((folder) => stateOf(join(root, folder))));
		const state = states.join('\n');
		if (last?.state !== state) last = { state, value: read(root) };
		return last.value;
	};
}

/**
 * Tells one state of a folder from another: its files, and when each was written. What begins with a
 * dot is for editors.
 */
export async function stateOf(folder: string): Promise<string> {
	const all = await readdir(folder).catch(() => []);
	const names = all.filter((name) => !name.startsWith('.'));
	const files = await Promise.all(
		names.toSorted().map(async (name) => {
			const found = await stat(join(folder, name), { bigint: true }).catch(() => undefined);
			return found && [name, found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ');
		}),
	);
	return [folder, ...files].join('\n');
}
