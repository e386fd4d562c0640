import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import type { ParsedFile } from './parsed-file.ts';
import type { TextGrammar } from './text-grammar.ts';
import { by, judgeGiven, judgeName, type Judged } from './text-purpose.ts';
import { TextReader } from './text-reader.ts';
import { writeOut, type SourceText } from './text.ts';
import type { CheckTime } from './time.ts';

/** Finds the texts that may be of the API, with what they are for, in files that share their constants. */
export class TextFinder<File extends ParsedFile> {
	readonly #grammar: TextGrammar<File>;
	readonly #reader: TextReader<File>;
	/** How texts are asked for that have a name: `url := "cars"` where `url` is handed to a request. */
	readonly #asked = new Map<string, Judged[]>();
	/** Names of texts that other texts are put together from. */
	readonly #parts = new Set<string>();

	/** Every file is read for what becomes of names before any text is judged. */
	constructor(grammar: TextGrammar<File>, files: Iterable<File>, checkTime: CheckTime) {
		this.#grammar = grammar;
		this.#reader = new TextReader(grammar, checkTime);
		for (const file of files) this.#readNames(file);
	}

	/** @param mayMatter What a text has that can be of the API. */
	find(file: File, mayMatter: RegExp): SourceText[] {
		const seen = new Set<number>();
		const texts: SourceText[] = [];
		file.tree.iterate({
			enter: (found) => {
				const whole = this.#findText(found, file);
				if (!whole || seen.has(whole.from)) return;
				seen.add(whole.from);
				const pieces = this.#reader.read(whole, file);
				if (!mayMatter.test(writeOut({ pieces }))) return;
				// A constant that it begins with may stand elsewhere.
				const line = file.lineOf(found);
				for (const judged of this.#judge(whole, file)) texts.push({ pieces, line, ...judged });
			},
		});
		return texts;
	}

	/** The text that a literal is of, or one that is put together from constants alone. */
	#findText(found: SyntaxNodeRef, file: File): SyntaxNode | undefined {
		const { literal, noText } = this.#grammar.nodes;
		const isLiteral = literal.has(found.name);
		if (!isLiteral && found.name !== 'VariableName') return undefined;
		const { node } = found;
		if (isLiteral ? noText.test(node.parent?.name ?? '') : !this.#reader.isKnown(node, file)) {
			return undefined;
		}
		const whole = this.#reader.findWhole(node, file);
		const isAlone = whole.from === node.from && whole.to === node.to;
		return isAlone && !isLiteral ? undefined : whole;
	}

	/** Once for each way in which it is asked for. */
	#judge(whole: SyntaxNode, file: File): readonly Judged[] {
		const grammar = this.#grammar;
		const text = grammar.choiceOf(whole);
		const { parent } = text;
		const holder = parent?.name === grammar.nodes.arguments ? parent.parent : parent;
		if (!holder) return [];
		const isIn = (kind: keyof typeof grammar.holders) => grammar.holders[kind].test(holder.name);
		if (isIn('call')) return [judgeGiven(holder, file, grammar)];
		if (isIn('field')) return [grammar.judgeField(text, holder, file)];
		if (isIn('return')) return [by(judgeName(grammar.functionOf(holder, file)))];
		const target = isIn('naming') ? grammar.targetOf(text, holder) : undefined;
		if (target) return this.#judgeNamed(target, file);
		return [by(isIn('naming') || isIn('open') ? 'unknown' : 'other')];
	}

	#judgeNamed(target: SyntaxNode, file: File): readonly Judged[] {
		const key = this.#grammar.keyOf(target, file);
		const last = /(?<![\w$])([\w$]+)$/.exec(file.read(target))?.[1] ?? '';
		return this.#asked.get(key) ?? [by(this.#parts.has(key) ? 'other' : judgeName(last))];
	}

	#readNames(file: File): void {
		const { nodes } = this.#grammar;
		file.tree.iterate({
			enter: (found) => {
				// To make a node of each that is passed by would take most of the time.
				const isJoint = nodes.joint.has(found.name);
				if (!isJoint && found.name !== nodes.call) return;
				const { name, node } = found;
				const joined = isJoint ? this.#grammar.namesIn(node, file) : [];
				for (const one of joined) {
					// A name whose text is not known stays one by itself: nothing is put together from it.
					if (this.#reader.isKnown(one, file)) this.#parts.add(this.#grammar.keyOf(one, file));
				}
				if (name === nodes.call && joined.length === 0) this.#readCall(node, file);
			},
		});
	}

	#readCall(call: SyntaxNode, file: File): void {
		const names = this.#grammar.argumentsOf(call).filter(({ name }) => name === 'VariableName');
		const judged = names.length > 0 ? judgeGiven(call, file, this.#grammar) : by('unknown');
		if (judged.purpose === 'unknown' || judged.purpose === 'address') return;
		for (const name of names) {
			const key = this.#grammar.keyOf(name, file);
			const before = this.#asked.get(key) ?? [];
			const isSame = (one: Judged) =>
				one.purpose === judged.purpose && one.method === judged.method;
			if (!before.some(isSame)) this.#asked.set(key, [...before, judged]);
		}
	}
}
