import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { NameUses } from './name-uses.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { TextGrammar } from './text-grammar.ts';
import { TextJudge } from './text-judge.ts';
import { TextReader } from './text-reader.ts';
import type { Judged } from './text-purpose.ts';
import { namesRoot, spell, writeOut, type SourceText, type TextPiece } from './text.ts';
import type { CheckTime } from './time.ts';
import type { Values } from './way.ts';

/** Finds the texts that may be of the API, with what they are for, in files that share their constants. */
export class TextFinder<File extends ParsedFile> {
	readonly #grammar: TextGrammar<File>;
	readonly #reader: TextReader<File>;
	readonly #judge: TextJudge<File>;

	/** Every file is read for what becomes of names before any text is judged. */
	constructor(
		grammar: TextGrammar<File>,
		files: readonly File[],
		values: Values<File>,
		checkTime: CheckTime,
	) {
		this.#grammar = grammar;
		this.#reader = new TextReader(grammar, files, values.findValue, checkTime);
		const names = new NameUses(grammar, this.#reader, values);
		for (const file of files) names.read(file);
		this.#judge = new TextJudge(grammar, values, this.#reader, names);
	}

	/**
	 * @param mayMatter What a text has that can be of the API.
	 * @param hasRoot Whether a file of the project names the root of the API.
	 */
	find(file: File, mayMatter: RegExp, hasRoot: boolean): SourceText[] {
		const seen = new Set<number>();
		const texts: SourceText[] = [];
		const isNearRoot = namesRoot(file.text);
		file.tree.iterate({
			enter: (found) => {
				const whole = this.#findText(found, file);
				if (!whole || seen.has(whole.from)) return;
				seen.add(whole.from);
				const onto = appendedTo(whole, file);
				const before = onto ? this.#reader.readDeclared(onto, file) : [];
				const pieces = [...before, ...this.#reader.read(whole, file)];
				if (!spell(pieces).some((one) => mayMatter.test(writeOut({ pieces: one })))) return;
				// A constant that it begins with may stand elsewhere.
				const line = file.lineOf(found);
				for (const { purpose, method, given = {}, ...around } of this.#judge.judge(whole, file)) {
					const all = [...(around.before ?? []), ...pieces, ...(around.after ?? [])];
					const filled = all.flatMap((piece) => fill(piece, given));
					const otherwise = Object.keys(given).length > 0 ? { otherwise: all } : {};
					for (const one of spell(filled)) {
						texts.push({ pieces: one, line, purpose, method, isNearRoot, hasRoot, ...otherwise });
					}
				}
			},
		});
		return texts;
	}

	/** The text that a literal is of, or one that is put together from constants alone. */
	#findText(found: SyntaxNodeRef, file: File): SyntaxNode | undefined {
		const { literal, noText } = this.#grammar.nodes;
		const isLiteral = literal.has(found.name);
		const isTaking = this.#reader.isTaking(found, file);
		if (!isLiteral && !isTaking && found.name !== 'VariableName') return undefined;
		const { node } = found;
		if (isLiteral ? noText.test(node.parent?.name ?? '') : !this.#reader.isKnown(node, file)) {
			return undefined;
		}
		const whole = this.#reader.findWhole(node, file);
		const isAlone = whole.from === node.from && whole.to === node.to;
		return isAlone && !isLiteral && !isTaking ? undefined : whole;
	}
}

function fill(piece: TextPiece, given: NonNullable<Judged['given']>): readonly TextPiece[] {
	return (piece.text === null ? given[piece.word] : undefined) ?? [piece];
}

/** The name that a text is put behind: `path += "/cars"`. Grammars of all languages call the sign alike. */
function appendedTo(
	{ prevSibling: operator }: SyntaxNode,
	file: ParsedFile,
): SyntaxNode | undefined {
	const isAppended = operator?.name === 'UpdateOp' && file.read(operator) === '+=';
	return isAppended ? (operator.prevSibling ?? undefined) : undefined;
}
