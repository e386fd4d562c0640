import { relative } from 'node:path';
import { inspect } from 'node:util';
import { TokenRejectedError } from '#gitlab/transport/errors.ts';
import { InvalidDataError } from '#model/parse.ts';
import { exitCodes } from './exit-codes.ts';

/** What has failed, for people, and the exit code that says whose it is. */
export interface Failure {
	message: string;
	code: number;
}

const unexpected =
	"This failed unexpectedly. If the lines below name a page, fix the page; otherwise it's a bug in the handbook's code.";

/**
 * What a person can fix is said in sentences. Only a bug shows its stack, which explains it best.
 *
 * @param root The checkout: paths in it are said from there.
 */
export function explainFailure(error: unknown, root: string): Failure {
	const file = findCause(error, isFileError);
	const invalid = findCause(error, isInvalidData);
	// A file that is not there, or in the way, is explained by what has looked for it.
	if (file && !(invalid && ['ENOENT', 'EEXIST'].includes(file.code))) {
		const what = invalid?.message.split('\n')[0];
		return { message: describeFileError(file, root, what), code: exitCodes.crash };
	}
	if (invalid) return { message: invalid.message, code: exitCodes.wrong };
	if (error instanceof TokenRejectedError) {
		const message =
			`GitLab rejects the token: ${error.message}\n` +
			'Nothing was changed. Set GITLAB_TOKEN to a valid token with the scope read_api, or unset it to pull without signing in.';
		return { message, code: exitCodes.wrong };
	}
	return { message: `${unexpected}\n${inspect(error)}`, code: exitCodes.crash };
}

/** Node leaves the path out when a write fails: without it nobody knows which disk is full. */
export async function naming<Value>(path: string, work: Promise<Value>): Promise<Value> {
	try {
		return await work;
	} catch (error) {
		if (isFileError(error)) error.path ??= path;
		throw error;
	}
}

type FileError = NodeJS.ErrnoException & { code: string; dest?: string };

const permission = 'Give yourself the permission (ls -ld shows who has it), then run it again.';
const space = 'Free some space there, then run it again.';

/** What the codes of the system mean, and what to do about them. */
const meanings: Record<string, readonly [string, string]> = {
	EACCES: ['permission denied', permission],
	EPERM: ['permission denied', permission],
	EROFS: ['the file system is read-only', 'Run it where you can write to the folder.'],
	ENOSPC: ['the disk is full', space],
	EDQUOT: ['your share of the disk is full', space],
	EFBIG: ['the file would be larger than the system allows', 'Raise the limit (ulimit -f).'],
	ENOTDIR: ['part of the path is a file, not a folder', 'Remove that file, then run it again.'],
	EISDIR: ['it is a folder, not a file', 'Remove that folder, then run it again.'],
	ENOENT: ['there is no such file or folder', 'Create what is missing, then run it again.'],
	EEXIST: ['there is one already', 'Remove it, then run it again.'],
	ENOTEMPTY: ['the folder is not empty', 'See what else writes there, then run it again.'],
	EBUSY: ['something else uses it', 'Unmount it, or close what has it open, then run it again.'],
	ETXTBSY: ['something else uses it', 'Close what has it open, then run it again.'],
	EXDEV: ['the two are on different disks', 'Put both on one disk, without mounts in between.'],
	EMFILE: ['too many files are open', 'Raise the limit (ulimit -n), then run it again.'],
	ENFILE: ['too many files are open on this machine', 'Close other programs, then run it again.'],
	ENAMETOOLONG: ['the path is too long', 'Move the checkout to a shorter path.'],
	ELOOP: ['its links form a loop', 'Remove the wrong link, then run it again.'],
	EIO: ["the disk doesn't work", 'Check the disk, then run it again.'],
};

/** What was tried. Calls that are not of files are not here. */
const attempts: Record<string, string> = {
	open: 'open',
	read: 'read',
	write: 'write to',
	fsync: 'save',
	close: 'save',
	ftruncate: 'write to',
	mkdir: 'create the folder',
	mkdtemp: 'create a folder in',
	rename: 'rename',
	copyfile: 'copy',
	link: 'link',
	symlink: 'link',
	unlink: 'delete',
	rmdir: 'delete the folder',
	rm: 'delete',
	scandir: 'list the folder',
	opendir: 'list the folder',
	stat: 'look at',
	lstat: 'look at',
	access: 'look at',
	realpath: 'look at',
	readlink: 'look at',
};

function isFileError(error: unknown): error is FileError {
	if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return false;
	return String(error.code) in meanings && String(error.syscall) in attempts;
}

/** Others put what has failed into an error of their own, as its cause or one of its errors. */
function findCause<Kind extends Error>(
	error: unknown,
	isKind: (one: unknown) => one is Kind,
	depth = 0,
): Kind | undefined {
	if (isKind(error)) return error;
	if (!(error instanceof Error) || depth > 8) return undefined;
	const inner: unknown[] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
	return [error.cause, ...inner]
		.map((one) => findCause(one, isKind, depth + 1))
		.find((found) => found !== undefined);
}

function describeFileError(
	{ code, syscall, path, dest }: FileError,
	root: string,
	what?: string,
): string {
	const [why, advice] = meanings[code] ?? [code, ''];
	const to = dest === undefined ? '' : ` to ${shorten(dest, root)}`;
	const place = shorten(path ?? root, root) + to;
	const tried = what ?? `Couldn't ${attempts[syscall ?? ''] ?? 'use'} ${place}.`;
	return `${tried}\n✖ ${why} (${code})\n${advice}`;
}

function shorten(path: string, root: string): string {
	const inside = relative(root, path);
	return inside === '' || inside.startsWith('..') ? path : inside;
}

/** By its name: what Astro loads, our collections among it, has a class of its own of that name. */
function isInvalidData(error: unknown): error is Error {
	return error instanceof Error && error.name === InvalidDataError.name;
}
