import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { NameUses } from './name-uses.ts';
import type { ParsedFile, Placed } from './parsed-file.ts';
import type { TextGrammar } from './text-grammar.ts';
import {
	by,
	isAddress,
	isAsked,
	isOfGitLab,
	judgeCall,
	judgeName,
	type Judged,
} from './text-purpose.ts';
import { distinct, mostTelling } from './telling.ts';
import { TextReader } from './text-reader.ts';
import { writeOut, type SourceText, type TextPiece } from './text.ts';
import type { CheckTime } from './time.ts';

export type FindFunction<File> = (call: SyntaxNode, file: File) => Placed<File> | undefined;

/** A text is followed from name to name, and into functions, so often: what goes on is no path. */
const maxSteps = 6;

const slash: TextPiece = { text: '/', line: 1, raw: false };

/** Finds the texts that may be of the API, with what they are for, in files that share their constants. */
export class TextFinder<File extends ParsedFile> {
	readonly #grammar: TextGrammar<File>;
	readonly #findFunction: FindFunction<File>;
	readonly #reader: TextReader<File>;
	readonly #names: NameUses<File>;

	/** Every file is read for what becomes of names before any text is judged. */
	constructor(
		grammar: TextGrammar<File>,
		files: Iterable<File>,
		findFunction: FindFunction<File>,
		checkTime: CheckTime,
	) {
		this.#grammar = grammar;
		this.#findFunction = findFunction;
		this.#reader = new TextReader(grammar, checkTime);
		this.#names = new NameUses(grammar, this.#reader);
		for (const file of files) this.#names.read(file);
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
				for (const { before = [], after = [], purpose, method } of this.#judge(whole, file)) {
					texts.push({ pieces: [...before, ...pieces, ...after], line, purpose, method });
				}
			},
		});
		return texts;
	}

	/** The text that a literal is of, or one that is put together from constants alone. */
	#findText(found: SyntaxNodeRef, file: File): SyntaxNode | undefined {
		const { literal, noText, member } = this.#grammar.nodes;
		const isLiteral = literal.has(found.name);
		const isMember = found.name === member;
		if (!isLiteral && !isMember && found.name !== 'VariableName') return undefined;
		const { node } = found;
		if (isLiteral ? noText.test(node.parent?.name ?? '') : !this.#reader.isKnown(node, file)) {
			return undefined;
		}
		const whole = this.#reader.findWhole(node, file);
		const isAlone = whole.from === node.from && whole.to === node.to;
		return isAlone && !isLiteral && !isMember ? undefined : whole;
	}

	/** Once for each way in which it is asked for. */
	#judge(whole: SyntaxNode, file: File, steps = 0): readonly Judged[] {
		const grammar = this.#grammar;
		const text = grammar.choiceOf(whole);
		const { parent } = text;
		const holder = parent?.name === grammar.nodes.arguments ? parent.parent : parent;
		if (!holder || steps > maxSteps) return [];
		const isIn = (kind: keyof typeof grammar.holders) => grammar.holders[kind].test(holder.name);
		if (isIn('call')) return this.#judgeGiven(text, holder, file, steps);
		if (isIn('field')) return this.#judgeField(text, holder, file, steps);
		if (isIn('return')) return this.#judgeReturned(holder, file, steps);
		const target = isIn('naming') ? grammar.targetOf(text, holder) : undefined;
		if (target) return this.#judgeNamed(target, file, steps);
		return [by(isIn('naming') || isIn('open') ? 'unknown' : 'other')];
	}

	#judgeGiven(text: SyntaxNode, call: SyntaxNode, file: File, steps: number): readonly Judged[] {
		const grammar = this.#grammar;
		const after = this.#readRest(text, call, file);
		const judged = {
			...judgeCall(grammar.readCall(call, file)),
			...(after.length > 0 && { after }),
		};
		if (judged.purpose === 'request' && judged.method !== null) return [judged];
		const followed = this.#follow(text, call, file, steps);
		if (followed.length > 0) {
			return followed.map((one) => ({ ...one, method: judged.method ?? one.method }));
		}
		if (judged.purpose === 'verb' && isOfGitLab(grammar.sourceOf(call, file))) {
			return [{ ...judged, purpose: 'request' }];
		}
		if (judged.purpose !== 'address') return [judged];
		// What makes an address is asked for by what it is handed to: `http.Get(api.URL("cars"))`.
		const asked = this.#judge(call, file, steps + 1).filter(isAsked);
		return asked.length > 0 ? asked.map((one) => ({ ...one, purpose: 'request' })) : [judged];
	}

	/** What a function of the project puts behind a text: `get("cars", id)` asks for `cars/:x`. */
	#readRest(text: SyntaxNode, call: SyntaxNode, file: File): TextPiece[] {
		const given = this.#grammar.argumentsOf(call);
		const place = given.findIndex(({ from, to }) => from <= text.from && text.to <= to);
		const called = given.length > place + 1 ? this.#findFunction(call, file) : undefined;
		if (!called) return [];
		const helper = { node: called.file.wholeOf(called.node), file: called.file };
		return this.#grammar
			.restOf(helper, place, given)
			.flatMap((one) => [slash, ...this.#reader.read(one, file)]);
	}

	/**
	 * What a function of the project does with a text that it is given. Empty: nothing that tells.
	 *
	 * @param field Which one of an object the text is, where that is what is given.
	 */
	#follow(
		text: SyntaxNode,
		call: SyntaxNode,
		file: File,
		steps: number,
		field?: string,
	): readonly Judged[] {
		const called = steps < maxSteps ? this.#findFunction(call, file) : undefined;
		if (!called) return [];
		const helper = { node: called.file.wholeOf(called.node), file: called.file };
		const place = this.#grammar
			.argumentsOf(call)
			.findIndex(({ from, to }) => from <= text.from && text.to <= to);
		const parameter = this.#grammar.parameterOf(helper, place, field);
		if (!parameter) return [];
		this.#names.read(helper.file);
		const found = this.#reader.findUses(parameter, helper).flatMap(({ whole, before, after }) => {
			const isReturned = this.#grammar.holders.return.test(
				this.#grammar.choiceOf(whole).parent?.name ?? '',
			);
			// What is returned is for what the caller does with it.
			const judged = isReturned
				? [by('address'), ...this.#judge(call, file, steps + 1)]
				: this.#judge(whole, helper.file, steps + 1);
			return judged.map((one) => ({
				...one,
				before: [...(one.before ?? []), ...before],
				after: [...after, ...(one.after ?? [])],
			}));
		});
		return mostTelling(found);
	}

	#judgeField(text: SyntaxNode, field: SyntaxNode, file: File, steps: number): readonly Judged[] {
		const grammar = this.#grammar;
		if (this.#names.isTaken(text, file)) return [by('other')];
		const judged = grammar.judgeField(text, field, file);
		const call = judged.purpose === 'other' ? undefined : this.#callAround(field);
		const name = grammar.fieldName(field, file);
		if (!call || !isAddress(name)) return [judged];
		// `request({ url: '/cars' })`
		const asked = judgeCall(grammar.readCall(call, file));
		const followed = this.#follow(text, call, file, steps, name).filter(isAsked);
		if (followed.length > 0) {
			const method = judged.method ?? (asked.purpose === 'unknown' ? null : asked.method);
			return followed.map((one) => ({ ...one, method: method ?? one.method }));
		}
		if (!isAsked(asked)) return [judged];
		return [{ purpose: 'request', method: judged.method ?? asked.method }];
	}

	/** The call that a field's object is given to. */
	#callAround({ parent }: SyntaxNode): SyntaxNode | undefined {
		const { holders, nodes } = this.#grammar;
		for (let around = parent; around && !holders.field.test(around.name); around = around.parent) {
			if (around.name === nodes.arguments) return around.parent ?? undefined;
		}
		return undefined;
	}

	/** A function that returns a text is called for what the text is for. */
	#judgeReturned(statement: SyntaxNode, file: File, steps: number): readonly Judged[] {
		const name = this.#grammar.functionOf(statement, file);
		const calls = name === '' ? [] : this.#names.callsOf(name);
		const asked = calls.flatMap((call) => this.#judge(call.node, call.file, steps + 1));
		const found = distinct(asked.filter(isAsked));
		return found.length > 0 ? found : [by(judgeName(name))];
	}

	#judgeNamed(target: SyntaxNode, file: File, steps: number): readonly Judged[] {
		const key = this.#grammar.keyOf(target, file);
		const last = /(?<![\w$])([\w$]+)$/.exec(file.read(target))?.[1] ?? '';
		const asked = this.#names
			.placesOf(key)
			.flatMap((one) => this.#judge(one.node, one.file, steps + 1));
		// What is said of a name, or done to it on its way, is not what it is for.
		const found = asked.filter(({ purpose }) => /^(request|verb|described|other)$/.test(purpose));
		if (found.length > 0) return distinct(found);
		return [by(this.#names.isPart(key) ? 'other' : judgeName(last))];
	}
}
