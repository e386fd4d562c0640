import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import type { IsoDate } from '#model/identifiers.ts';
import { handbookPath } from './page-files.ts';

/**
 * The day of the last commit that touched each page, by its file: `content/handbook/work/health.mdx`.
 * One question for all of them. Nothing is known where the checkout is no repository of its own, its
 * history was cut, or there is no Git.
 *
 * @param root The checkout.
 */
export async function readPageDates(root: string): Promise<ReadonlyMap<string, IsoDate>> {
	const dates = new Map<string, IsoDate>();
	const [top, isShallow] = await git(
		root,
		'rev-parse',
		'--show-toplevel',
		'--is-shallow-repository',
	);
	if (isShallow !== 'false' || top !== (await realpath(root))) return dates;
	const log = ['-c', 'core.quotePath=off', 'log', '--format=%x00%cs', '--name-only'];
	let day: IsoDate | undefined;
	for (const line of await git(root, ...log, '--', handbookPath)) {
		if (line.startsWith('\0')) day = line.slice(1);
		// The newest commit comes first.
		else if (line !== '' && day !== undefined && !dates.has(line)) dates.set(line, day);
	}
	return dates;
}

/** What it prints, by lines. Without Git, or when it fails, nothing. */
function git(root: string, ...args: readonly string[]): Promise<string[]> {
	return new Promise((resolve) => {
		execFile('git', ['-C', root, ...args], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => {
			resolve(error ? [] : stdout.split('\n'));
		});
	});
}
