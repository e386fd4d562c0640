import { fingerprint } from './fingerprint.ts';

const longestSlug = 100;
const unsafe = /(?<![A-Za-z0-9])\.|\.(?![A-Za-z0-9])|[^A-Za-z0-9.-]/gu;

/**
 * The part of an address that names a milestone: `19.7` for 19.7.
 *
 * GitLab's titles may hold anything. Letters and digits without accents, hyphens and dots between
 * them stay; each other byte is written as `_` and its two hexadecimal digits, so that two titles
 * have two addresses and none leads out of its folder. What gets too long for a file name is cut,
 * and ends in a fingerprint of the title.
 */
export function toMilestoneSlug(title: string): string {
	const slug = title.replace(unsafe, escapeBytes);
	if (slug.length <= longestSlug) return slug;
	const end = `_${fingerprint(title)}`;
	return slug.slice(0, longestSlug - end.length) + end;
}

function escapeBytes(part: string): string {
	return [...new TextEncoder().encode(part)]
		.map((byte) => `_${byte.toString(16).padStart(2, '0')}`)
		.join('');
}
