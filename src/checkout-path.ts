import { InvalidDataError } from '#model/parse.ts';

/**
 * What Vite and Astro take for something else in the name of a folder: an address's end, a pattern,
 * the end of a text in the code that they generate. Some render then without their styles.
 */
const misread = /[#?%*'"\\\u0000-\u001f\u007f]/;

/** @throws {InvalidDataError} when the site cannot be rendered, as a whole, in a folder of this name. */
export function refuseOddPath(root: string): void {
	const parts = process.platform === 'win32' ? root.replaceAll('\\', '/') : root;
	const [sign] = misread.exec(parts) ?? [];
	if (sign === undefined) return;
	throw new InvalidDataError(
		`The path of this checkout has the character ${JSON.stringify(sign)}: ${JSON.stringify(root)}\n` +
			`Expected a path without # ? % * ' " and backslashes, which the tools that render the site misread. Rename the folder, or move the checkout.`,
	);
}
