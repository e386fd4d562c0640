import type { SyntaxNode } from '@lezer/common';
import type { Taking } from './calls.ts';
import { FollowedTexts } from './followed-texts.ts';
import { HttpMethods } from './http-methods.ts';
import type { NameUses } from './name-uses.ts';
import type { ParsedFile, Placed } from './parsed-file.ts';
import { by, distinct, isAsked, putAround, type Judged } from './judged.ts';
import { isAddress, isClientMade, isOfGitLab, isOfOther, judgeName } from './text-purpose.ts';
import { findAround, isInherited, nameOfFunction } from './syntax.ts';
import type { TextReader } from './text-reader.ts';
import { isAround, maxSteps, onward, type Way } from './way.ts';

/** Tells what texts are for, by following where they go. */
export class TextJudge<File extends ParsedFile> {
	readonly #reader: TextReader<File>;
	readonly #names: NameUses<File>;
	readonly #methods: HttpMethods<File>;
	readonly #followed: FollowedTexts<File>;

	constructor(names: NameUses<File>) {
		this.#reader = names.reader;
		this.#names = names;
		this.#methods = new HttpMethods(names.reader);
		this.#followed = new FollowedTexts(names, (text, file, way) => this.judge(text, file, way));
	}

	/** Once for each way in which it is asked for. */
	judge(whole: SyntaxNode, file: File, way: Way<File> = { steps: 0 }): readonly Judged[] {
		const grammar = this.#reader.grammar;
		const text = this.#reader.findHanded(whole, file);
		if (text.to !== whole.to && !isAround(text, this.#reader.findWhole(text, file))) {
			// What hands it on is a part of another text: `path.replace(':id', id) + '/jobs'`.
			if (way.steps > maxSteps) return [by('open')];
			return this.#judgeCalled({ node: text, file }, onward(way));
		}
		const { parent } = text;
		const holder = parent?.name === grammar.nodes.arguments ? parent.parent : parent;
		if (!holder || way.steps > maxSteps) return [];
		const isIn = (kind: keyof typeof grammar.holders) => grammar.holders[kind].test(holder.name);
		const around = holder.parent?.name === grammar.nodes.arguments ? holder.parent.parent : null;
		// `execFile('glab', ['api', 'cars/all'])`
		if (around && isIn('open') && this.#methods.isCommand(text, around, file)) {
			return this.#judgeGiven(text, around, file, way);
		}
		const listed = this.#followed.inLists(text, file, way);
		if (listed.length > 0) return listed;
		if (isIn('call')) return this.#judgeGiven(text, holder, file, way);
		if (isIn('field')) return this.#judgeField(text, holder, file, way);
		if (isIn('return')) return this.#judgeReturned(text, holder, file, way);
		const target = isIn('naming') ? grammar.targetOf(text, holder) : undefined;
		if (target) return this.#judgeNamed(text, target, file, way);
		// What a function does with a part of what it is given, nobody can tell: `route.split(' ')[1]`.
		const isOpen = way.through !== undefined && grammar.nodes.taking.has(holder.name);
		return [by(isOpen || isIn('naming') || isIn('open') ? 'unknown' : 'other')];
	}

	#judgeGiven(text: SyntaxNode, call: SyntaxNode, file: File, way: Way<File>): readonly Judged[] {
		const taken = this.#names.calls.follow(text, call, file);
		return this.#methods.judgeCall(text, call, file, way).flatMap((one) => {
			// What nothing is known of need not be the parts of one path: `glab("api", "cars/all")`.
			const around = one.purpose === 'unknown' ? {} : taken?.around;
			return this.#judgeTaken({ ...one, ...around }, taken, { node: call, file }, way);
		});
	}

	/** @param judged What the call alone tells. */
	#judgeTaken(
		judged: Judged,
		taken: Taking<File> | undefined,
		{ node: call, file }: Placed<File>,
		way: Way<File>,
	): readonly Judged[] {
		const mayBeRoute = isAsked(judged) || /^(address|open)$/.test(judged.purpose);
		if (mayBeRoute && isOfOther(this.#names.calls.readDeclaration(call, file))) {
			return [by('other')];
		}
		const followed = this.#followed.inCall(taken, way);
		// What asks in the end knows better than a word of what is handed to it.
		if (followed.length > 0) {
			// A request that names its method is more than an address.
			const isAsking = judged.purpose === 'request' && judged.method !== null;
			return followed.map((one) => ({
				...one,
				purpose: isAsking && one.purpose === 'address' ? 'request' : one.purpose,
				method: one.method ?? judged.method,
			}));
		}
		if (judged.purpose === 'request' && judged.method !== null) return [judged];
		if (/^(verb|unknown)$/.test(judged.purpose)) {
			const source = this.#names.calls.sourceOf(call, file);
			const asks = judged.purpose === 'verb' || isClientMade(source);
			return [asks && isOfGitLab(source) ? { ...judged, purpose: 'request' } : judged];
		}
		if (judged.purpose !== 'address') return [judged];
		// What makes an address is asked for by what it is handed to: `http.Get(api.URL("cars"))`.
		const asked = this.#judgeCalled({ node: call, file }, onward(way)).filter(isAsked);
		if (asked.length === 0) return [judged];
		return asked.map((one) => ({ ...putAround(one, judged), purpose: 'request' }));
	}

	#judgeField(text: SyntaxNode, field: SyntaxNode, file: File, way: Way<File>): readonly Judged[] {
		if (this.#names.isTaken(text, file)) return [by('other')];
		const found = this.#methods.judgeField(text, field, file, way);
		const { name } = this.#reader.grammar.readField(field, file);
		const isOther = found.some(({ purpose }) => purpose === 'other');
		const call = isOther || !isAddress(name) ? undefined : this.#names.calls.around(field);
		if (!call) return found;
		// `request({ url: '/cars' })`
		const followed = this.#followed
			.inCall(this.#names.calls.follow(text, call, file), way, name)
			.filter(isAsked);
		const calls = this.#methods.judgeCall(text, call, file, way);
		return found.flatMap((judged) =>
			calls.flatMap((asked): readonly Judged[] => {
				if (asked.purpose === 'told') return [asked];
				const method = judged.method ?? (asked.purpose === 'unknown' ? null : asked.method);
				if (followed.length === 0)
					return [isAsked(asked) ? { purpose: 'request', method } : judged];
				return followed.map((one) => ({ ...one, method: one.method ?? method }));
			}),
		);
	}

	/** A function that returns a text is called for what the text is for. */
	#judgeReturned(
		text: SyntaxNode,
		statement: SyntaxNode,
		file: File,
		way: Way<File>,
	): readonly Judged[] {
		const { through } = way;
		if (through?.helper.file === file && isAround(through.helper.node, statement)) {
			const { call, from } = through;
			// What is returned is for what the caller does with it.
			const after = { ...onward(way), through: from.through };
			return [by('address'), ...this.#judgeCalled(call, after)];
		}
		const name = nameOfFunction(statement, file);
		const asked = this.#names.calls.find(name, statement, file).flatMap((call) => {
			const filled = this.#names.calls.fill(call);
			return this.#judgeCalled(call, onward(way)).map((one) => ({ ...one, ...filled }));
		});
		const found = distinct(asked.filter(isAsked));
		if (found.length > 0) return found;
		return [by(this.#names.isTaken(text, file) ? 'other' : judgeName(name))];
	}

	/** What becomes of the text that a call or a name has, in the one that it is a part of. */
	#judgeCalled({ node, file }: Placed<File>, way: Way<File>): readonly Judged[] {
		if (this.#reader.isKnown(node, file)) return this.judge(node, file, way);
		const use = this.#reader.findAround(node, file);
		if (!use) return [by('open')];
		return this.judge(use.whole, file, way).map((one) => putAround(one, use));
	}

	/** Whether a name still has a text where it is handed on. */
	#isReached(text: SyntaxNode, { node, file }: Placed<File>): boolean {
		const { isDeclared, given } = this.#reader.reaching(node, file);
		const isGiven = findAround(text, /^Assignment|Block$/).name.startsWith('Assignment');
		return isGiven ? given.some(({ by }) => isAround(by, text)) : isDeclared;
	}

	#judgeNamed(text: SyntaxNode, target: SyntaxNode, file: File, way: Way<File>): readonly Judged[] {
		const key = this.#reader.grammar.keyOf(target, file);
		const last = /(?<![\w$])([\w$]+)$/.exec(file.read(target))?.[1] ?? '';
		const asked = this.#names
			.placesOf(key)
			.filter((place) => this.#isReached(text, place))
			.flatMap((one) => this.#judgeCalled(one, onward(way)));
		// What is said of a name, or done to it on its way, is not what it is for.
		const found = asked.filter(({ purpose }) => /^(request|verb|described|other)$/.test(purpose));
		if (found.length > 0) return distinct(found);
		const isElsewhere = this.#names.isPart(key, text, file) || this.#names.isTaken(text, file);
		return [by(isElsewhere && !isInherited(target, file) ? 'other' : judgeName(last))];
	}
}
