/** Where the text of a license is as a rule. */
export const licenseFiles = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'COPYING'] as const;

/** What GitLab's detector reads, and some more. */
const mayBeLicense = /li[cs]en[cs]e|legal|copy|gpl|(?:^|[-_. ])(?:bsd|mit|apache)(?:[-_. ]|$)/i;

/**
 * The one file at the root of a project that may have the text of a license, and whose text is asked for.
 * Where there are several, or it has another name, GitLab alone knows which of them counts.
 */
export function findLicenseFile(rootFiles: readonly string[]): string | undefined {
	const [file, ...others] = rootFiles.filter((name) => mayBeLicense.test(name));
	return others.length === 0 ? licenseFiles.find((name) => name === file) : undefined;
}

/** GitLab takes a shorter text for the name of a file that has it. */
const shortestText = 128;
/** Twice the longest of the usual ones. */
const longestText = 64 * 1024;
/** Of who has the copyright. Longer ones take long to look through. */
const longestLine = 200;
/** Words beside who has the copyright, or an address, may say which license it is. */
const copyrightLine = /^(?:copyright|\(c\)|©)(?!.*licen)[^/:]*\b(?:19|20)\d\d\b[^/:]*$/i;

/**
 * A license's text as GitLab compares it: without who has the copyright, whatever the white space.
 * `undefined`: so little, or so much, that it need not be the license itself.
 */
export function normalizeLicense(text: string): string | undefined {
	if (text.length < shortestText || text.length > longestText) return undefined;
	const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
	return lines
		.filter((line) => line.length > longestLine || !copyrightLine.test(line))
		.join('\n')
		.trim();
}

/** Whether a text names the license by itself: where it does not, GitLab may have it from a README. */
export function namesLicense(text: string, name: string): boolean {
	const words = new Set(text.toLowerCase().match(/[a-z]+|\d+(?:\.\d+)*/g));
	return (name.toLowerCase().match(/[a-z]+|\d+(?:\.\d+)*/g) ?? []).every((word) => words.has(word));
}
