import type { ParsedFile, Placed } from './parsed-file.ts';
import { argumentsOf } from './syntax.ts';
import type { TextReader } from './text-reader.ts';
import { isAround, type Way } from './way.ts';

/** A value where it is written, and how one came there. */
export interface Passed<File> extends Placed<File> {
	readonly way: Way<File>;
}

/** So often a name is one of another, or is given a value. */
const maxNames = 5;
const maxGiven = 10;

/** What names are, also those of parameters in the call through which one came to their function. */
export class PassedValues<File extends ParsedFile> {
	readonly #reader: TextReader<File>;

	constructor(reader: TextReader<File>) {
		this.#reader = reader;
	}

	/** All that a name may be. Empty: it has no value. `undefined`: nobody can tell. */
	find({ node, file, way }: Passed<File>): readonly Passed<File>[] | undefined {
		const { isDeclared, given } = this.#reader.reaching(node, file);
		const passed = given.length === 0 ? this.#findGiven({ node, file, way }) : undefined;
		if (passed || given.length > maxGiven) return passed;
		// A field of a class may be given another value wherever there is one of the class.
		const elsewhere =
			node.name === 'VariableName' ? this.#reader.findConstant(node, file) : undefined;
		const declared = this.#reader.grammar.valueOf(node, file) ?? elsewhere;
		if (isDeclared && !declared) {
			return given.length === 0 ? this.#findTaken({ node, file, way }) : undefined;
		}
		const all = isDeclared && declared ? [declared, ...given] : given;
		return all.map((one) => ({ ...one, way }));
	}

	/** What the call gives for a parameter, or what the function has for calls that do not. */
	#findGiven({ node: name, file, way }: Passed<File>): readonly Passed<File>[] | undefined {
		const { through } = way;
		if (through?.helper.file !== file || !isAround(through.helper.node, name)) return undefined;
		const { grammar } = this.#reader;
		const given = argumentsOf(through.call.node);
		const key = grammar.keyOf(name, file);
		const parameter = grammar
			.parametersOf(through.helper)
			.find((one) => grammar.keyOf(one.name, file) === key);
		const isSpread = given.some((one) => one.name === 'Spread');
		if (!parameter || parameter.isRest === true || isSpread) return undefined;
		const node = given[parameter.place];
		const unlessGiven = parameter.default ? [{ node: parameter.default, file, way }] : [];
		if (!node) return unlessGiven;
		const argument = { node, file: through.call.file, way: through.from };
		if (parameter.field === undefined) return [argument];
		return this.#findField(argument, parameter.field, unlessGiven);
	}

	/** What a name or a member takes from an object that came there: `options.method`. */
	#findTaken({ node, ...at }: Passed<File>): readonly Passed<File>[] | undefined {
		const taken = this.#reader.grammar.takenFrom?.(node, at.file);
		if (!taken) return undefined;
		const unlessGiven = taken.default ? [{ ...at, node: taken.default }] : [];
		return this.#findField({ ...at, node: taken.object }, taken.field, unlessGiven);
	}

	#findField(
		given: Passed<File>,
		name: string,
		unlessGiven: readonly Passed<File>[],
	): readonly Passed<File>[] | undefined {
		const object = this.findObject(given);
		if (!object) return object === null ? unlessGiven : undefined;
		// Of several fields of one name, the last one counts.
		for (const field of this.#reader.grammar.fieldsOf(object.node, object.file)?.toReversed() ??
			[]) {
			const isHere = field.isNamed && field.name === name;
			if (isHere) return field.value && [{ ...object, node: field.value }];
			if (field.isNamed) continue;
			// `{ ...defaults, url }`
			const spread = field.value && this.#findField({ ...object, node: field.value }, name, []);
			if (spread?.length !== 0) return spread;
		}
		return unlessGiven;
	}

	/** The object that a value is, where it is written out. `null`: it has no value. */
	findObject(value: Passed<File>, names = 0): Passed<File> | null | undefined {
		const { node, file } = value;
		if (this.#reader.grammar.fieldsOf(node, file)) return value;
		const isName = /^(VariableName|PropertyDefinition)$/.test(node.name);
		const found = isName && names <= maxNames ? this.find(value) : undefined;
		if (!found || found.length > 1) return undefined;
		const object = found[0] ? this.findObject(found[0], names + 1) : null;
		return object && isChanged(file.read(node), file) ? undefined : object;
	}
}

/** Whether a file puts something into an object: `o.method = 'PUT'`, `Object.assign(o, …)`. */
function isChanged(name: string, { text }: ParsedFile): boolean {
	const word = name.replaceAll('$', '\\$');
	return new RegExp(`(?<![\\w$.])${word}(\\.method\\s*=(?!=)|\\[)|\\(${word},`).test(text);
}
