import { toVisible } from '#core/base/plain-text.ts';

/**
 * Where an entry of an archive is, from the root of the project: without the folder in which an
 * archive of GitLab has everything.
 *
 * Characters that would act where it is shown are written out: no one names a file so in good faith.
 * `isInside` is false for a name that leads elsewhere; the path is then what is left of it.
 */
export function findPlace(name: string): { path: string; isInside: boolean } {
	const parts = name.split('/');
	const isPlain = parts.every((part, index) => isName(part) || (part === '' && index > 0));
	const isInside = isPlain && parts.length > 1 && !/[\p{Cc}\\]/u.test(name) && name.isWellFormed();
	const names = parts.filter(isName);
	return { path: toVisible((isInside ? names.slice(1) : names).join('/')), isInside };
}

/** Whether a link there, with that target, leads out of the project. */
export function leadsOut(path: string, target: string | undefined): boolean {
	if (target === undefined || target.startsWith('/')) return true;
	let depth = path.split('/').length - 1;
	for (const part of target.split('/')) {
		if (part === '..') depth -= 1;
		else if (isName(part)) depth += 1;
		if (depth < 0) return true;
	}
	return false;
}

function isName(part: string): boolean {
	return part !== '' && part !== '.' && part !== '..';
}
