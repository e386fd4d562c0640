import type { SyntaxNode } from '@lezer/common';
import type { ParsedFile, Placed } from './parsed-file.ts';
import type { TextReader } from './text-reader.ts';
import { isAround, maxSteps, type Way } from './way.ts';

/** A value where it is written, and how one came there. */
export interface Passed<File> extends Placed<File> {
	readonly way: Way<File>;
}

/** `null`: nothing, since the call does not give it. `undefined`: nobody can tell. */
type Found<File> = Passed<File> | null | undefined;

/** What the parameters of a function are in the call through which one came to it. */
export class PassedValues<File extends ParsedFile> {
	readonly #reader: TextReader<File>;

	constructor(reader: TextReader<File>) {
		this.#reader = reader;
	}

	/** What the call gives for a name, or what the function has for calls that do not. */
	find(name: SyntaxNode, file: File, way: Way<File>, depth = 0): Found<File> {
		const { through } = way;
		if (through?.helper.file !== file || !isAround(through.helper.node, name)) return undefined;
		const { grammar } = this.#reader;
		const given = grammar.argumentsOf(through.call.node);
		if (given.some((one) => one.name === 'Spread')) return undefined;
		const word = file.read(name);
		for (const [place, parameter] of grammar.parametersOf(through.helper).entries()) {
			const node = given[place];
			const argument = node && { node, file: through.call.file, way: through.from };
			const isOwn = parameter.name && file.read(parameter.name) === word;
			if (isOwn && !parameter.isRest) return argument ?? defaultOf(parameter.name, file, way);
			for (const [field, definition] of parameter.fields) {
				if (file.read(definition) !== word) continue;
				const found = argument ? this.#findField(argument, field, depth) : null;
				return found ?? (found === null ? defaultOf(definition, file, way) : undefined);
			}
		}
		return undefined;
	}

	/** The object that a value is, where it is written out. */
	findObject({ node, file, way }: Passed<File>, depth = 0): Found<File> {
		const { grammar } = this.#reader;
		if (grammar.fieldsOf?.(node)) return { node, file, way };
		if (!/^(VariableName|PropertyDefinition)$/.test(node.name) || depth > maxSteps)
			return undefined;
		const passed = this.find(node, file, way, depth + 1);
		if (passed !== undefined) return passed && this.findObject(passed, depth + 1);
		const { isDeclared, given } = this.#reader.reaching(node, file);
		const isChanged = file.text.includes(`${file.read(node)}.method =`);
		const declared = grammar.valueOf(node, file);
		if (!declared || !isDeclared || given.length > 0 || isChanged) return undefined;
		return this.findObject({ ...declared, way }, depth + 1);
	}

	#findField(argument: Passed<File>, name: string, depth: number): Found<File> {
		const object = this.findObject(argument, depth + 1);
		if (!object) return object;
		const { grammar } = this.#reader;
		const fields = grammar.fieldsOf?.(object.node) ?? [];
		const read = fields.map((field) => grammar.readField(field, object.file));
		const node = read.find((field) => field.name === name)?.value;
		if (node) return { ...object, node };
		return read.every((field) => field.isWritten) ? null : undefined;
	}
}

/** What stands behind the name of a parameter: `method = 'GET'`. */
function defaultOf<File>(
	name: SyntaxNode | undefined,
	file: File,
	way: Way<File>,
): Passed<File> | null {
	let part = name?.nextSibling;
	while (part && part.name !== ',' && part.name !== 'Equals') part = part.nextSibling;
	const node = part?.name === 'Equals' ? part.nextSibling : null;
	return node && { node, file, way };
}
