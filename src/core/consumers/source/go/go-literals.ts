import { unescape } from '#core/consumers/source/engine/escapes.ts';
import type { TextPiece } from '#core/consumers/source/engine/text.ts';

/** What a literal of Go says, with a gap for each verb of a format. */
export function readLiteral(written: string, line: number): TextPiece[] {
	const raw = written.startsWith('`');
	const inside = written.slice(1, written.endsWith(written.charAt(0)) ? -1 : undefined);
	const text = raw ? inside : unescape(inside);
	const pieces: TextPiece[] = [];
	let from = 0;
	let at = line;
	const push = (to: number) => {
		const written = text.slice(from, to);
		const part = written.replaceAll('%%', '%').replaceAll('\0', ' ');
		if (part !== '') pieces.push({ text: part, line: at, raw });
		if (raw) at += written.split('\n').length - 1;
	};
	// `%2F` is no verb.
	for (const { 0: verb, index } of text.matchAll(/%%|%(?:\[\d+\])?[+#]?[dsvq]/g)) {
		if (verb === '%%') continue;
		push(index);
		pieces.push({ text: null, word: '' });
		from = index + verb.length;
	}
	push(text.length);
	return pieces;
}
