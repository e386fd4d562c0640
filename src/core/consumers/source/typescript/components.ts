import type { SourceFile } from '#core/consumers/source/engine/scanner.ts';

/** Files of components and pages, which have their program between tags. */
export function isComponent(path: string): boolean {
	return /\.(vue|svelte|html?)$/.test(path);
}

/** The program of one, on the lines where it is. Other files are programs as they are. */
export function toProgram(file: SourceFile): SourceFile {
	if (!isComponent(file.path)) return file;
	let text = '';
	let from = 0;
	for (const { 0: tag, index } of file.text.matchAll(/<script\b[^>]*>/gi)) {
		if (index < from) continue;
		const start = index + tag.length;
		const end = file.text.indexOf('</script', start);
		text += blank(file.text.slice(from, start)) + file.text.slice(start, end < 0 ? undefined : end);
		from = end < 0 ? file.text.length : end;
	}
	return { ...file, text: text + blank(file.text.slice(from)) };
}

/** The text with blanks for all that is on its lines. */
export function blank(text: string): string {
	return text.replace(/[^\r\n]/g, ' ');
}
