import type { SyntaxNode } from '@lezer/common';
import type { Taking } from './calls.ts';
import type { NameUses } from './name-uses.ts';
import { placeOf, type ParsedFile, type Placed } from './parsed-file.ts';
import { isAsked, mostTelling, putAround, type Judged } from './judged.ts';
import type { ParameterUse } from './text-reader.ts';
import { writeOut } from './text.ts';
import { maxSteps, onward, type Way } from './way.ts';

/** So often one list is gone through. */
const maxLoops = 20;

/** Follows texts to where they have another name: into functions, and through lists. */
export class FollowedTexts<File extends ParsedFile> {
	readonly #names: NameUses<File>;
	readonly #listed = new Map<string, readonly Judged[]>();
	readonly #judge: (text: SyntaxNode, file: File, way: Way<File>) => readonly Judged[];

	constructor(
		names: NameUses<File>,
		judge: (text: SyntaxNode, file: File, way: Way<File>) => readonly Judged[],
	) {
		this.#names = names;
		this.#judge = judge;
	}

	/**
	 * What a function of the project does with a text that it is given. Empty: nothing that tells.
	 *
	 * @param field Which one of an object the text is, where that is what is given.
	 */
	inCall(taken: Taking<File> | undefined, way: Way<File>, field?: string): readonly Judged[] {
		if (!taken || way.steps >= maxSteps) return [];
		const { call, around, made } = taken;
		const helper = { node: made.file.wholeOf(made.node), file: made.file };
		this.#names.read(helper.file);
		const through = { helper, call, from: way };
		const found = this.#judgeUses(helper, taken.place, field, { ...onward(way), through });
		return mostTelling(found.map((one) => putAround(one, around)));
	}

	/** What becomes of what a parameter takes, or of one field of that. */
	#judgeUses(
		made: Placed<File>,
		at: number,
		field: string | undefined,
		way: Way<File>,
	): readonly Judged[] {
		const all = this.#names.reader.grammar.parametersOf(made).filter(({ place }) => place === at);
		const own = all.find((one) => one.field === field);
		// It may be taken apart later: `const { url } = options`.
		const name = (own ?? all.find((one) => one.field === undefined))?.name;
		const uses = name ? this.#findUses(name, made, own ? undefined : field) : [];
		return uses.flatMap((use) =>
			this.#judge(use.whole, made.file, way).map((one) => putAround(one, use)),
		);
	}

	/** What becomes of a text in a list, where the list is gone through. */
	inLists(text: SyntaxNode, file: File, way: Way<File>): readonly Judged[] {
		const { grammar } = this.#names.reader;
		const place = way.steps < maxSteps ? grammar.listAround(text, file) : undefined;
		if (!place) return [];
		// Lists may be long, and what goes through one is the same for all that it has.
		const key = `${placeOf({ node: place.object, file })} ${place.field} ${String(way.steps)}`;
		const known = way.through ? undefined : this.#listed.get(key);
		if (known) return known;
		const list = this.#names.reader.findHanded(place.object, file);
		const target = list.parent && grammar.targetOf(list, list.parent);
		const names = target ? this.#names.placesOf(grammar.keyOf(target, file)) : [];
		const places = [{ node: list, file }, ...names].slice(0, maxLoops);
		const found = places.flatMap(({ node, file }) => {
			const loop = grammar.loopOver(node, file);
			return loop
				? this.#judgeUses({ node: loop, file }, 0, place.field || undefined, onward(way))
				: [];
		});
		const asked = mostTelling(found).filter(isAsked);
		if (!way.through) this.#listed.set(key, asked);
		return asked;
	}

	/**
	 * Where a function uses a parameter, with the texts that it puts around it.
	 *
	 * @param field Of the object that it is, only this field is looked for.
	 */
	#findUses(parameter: SyntaxNode, { node, file }: Placed<File>, field?: string): ParameterUse[] {
		const { reader } = this.#names;
		const word = file.read(parameter);
		const found: ParameterUse[] = [];
		node.cursor().iterate((at) => {
			// `{ url }` is a field and its value.
			const isField = at.name === 'PropertyDefinition' && at.node.nextSibling === null;
			const isTaking = field !== undefined && reader.grammar.nodes.taking.has(at.name);
			if (!isField && !isTaking && at.name !== 'VariableName') return;
			const taken = field === undefined ? undefined : reader.grammar.takenFrom?.(at.node, file);
			if (taken?.field !== field || file.read(taken?.object ?? at) !== word) return;
			const use = reader.findAround(at.node, file);
			if (use && !/\s/.test(writeOut({ pieces: [...use.before, ...use.after] }))) found.push(use);
		});
		return found;
	}
}
