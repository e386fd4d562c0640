import type { SyntaxNode } from '@lezer/common';
import { Calls } from './calls.ts';
import { addTo } from './names.ts';
import { placeOf, type ParsedFile, type Placed } from './parsed-file.ts';
import { argumentsOf } from './syntax.ts';
import type { TextReader } from './text-reader.ts';

/** What becomes of names in files that share their constants. */
export class NameUses<File extends ParsedFile> {
	readonly reader: TextReader<File>;
	readonly #given = new Map<string, Placed<File>[]>();
	readonly #parts = new Set<string>();
	readonly #taken = new Set<string>();
	readonly calls: Calls<File>;
	readonly #read = new Set<File>();

	constructor(reader: TextReader<File>) {
		this.reader = reader;
		this.calls = new Calls(reader);
	}

	/** Where a name is handed on: `url := "cars"` where `url` is given to a request. */
	placesOf(key: string): readonly Placed<File>[] {
		return this.#given.get(key) ?? [];
	}

	/** Whether other texts are put together from a text that has the name. */
	isPart(key: string, text: SyntaxNode, file: File): boolean {
		const { grammar } = this.reader;
		// `path = '.' + path` is still the path.
		const isOwn = grammar.namesIn(text, file).some((name) => grammar.keyOf(name, file) === key);
		return this.#parts.has(key) && !isOwn;
	}

	/** Whether a text is taken by a member or an import, so that it is for what becomes of it there. */
	isTaken(text: SyntaxNode, file: File): boolean {
		return this.#taken.has(placeOf({ node: text, file }));
	}

	read(file: File): void {
		if (this.#read.has(file)) return;
		this.#read.add(file);
		const { nodes, holders } = this.reader.grammar;
		file.tree.iterate({
			enter: (found) => {
				// To make a node of each that is passed by would take most of the time.
				const isJoint = nodes.joint.has(found.name);
				const isField = holders.field.test(found.name);
				const isTaking = this.reader.isTaking(found, file);
				const holder = found.name === 'VariableName' ? (found.node.parent?.name ?? '') : '';
				const isHandedOn = holders.naming.test(holder) || holders.return.test(holder);
				if (isHandedOn || (holder !== '' && this.reader.grammar.loopOver(found.node, file)))
					this.#give(found.node, found.node, file);
				if (!isJoint && !isField && !isTaking && found.name !== nodes.call) return;
				const { name, node } = found;
				if (isTaking) {
					const taken = this.reader.findConstant(node, file);
					if (taken) this.#taken.add(placeOf(taken));
					return;
				}
				if (isField) {
					const field = this.reader.grammar.readField(node, file);
					if (field.name !== '' && field.value) this.#give(field.value, field.value, file);
					return;
				}
				const joined = isJoint ? this.reader.grammar.namesIn(node, file) : [];
				for (const one of joined) {
					// What a name in a loop is put into is known only from the list.
					if (!this.reader.isKnown(one, file)) this.#give(one, one, file);
					else if (!this.reader.isProse(one, file)) {
						this.#parts.add(this.reader.grammar.keyOf(one, file));
					}
				}
				if (name !== nodes.call) return;
				this.calls.add({ node, file });
				if (joined.length > 0) return;
				for (const one of argumentsOf(node)) this.#give(nameIn(one), one, file);
			},
		});
	}

	/** @param argument The name, or what hands its text on: `u` and `u.String()`. */
	#give(name: SyntaxNode, argument: SyntaxNode, file: File): void {
		if (!/^(VariableName|PropertyDefinition)$/.test(name.name)) return;
		const isHanded = () => this.reader.findHanded(name, file).to === argument.to;
		if (name.to !== argument.to && !isHanded()) return;
		addTo(this.#given, this.reader.grammar.keyOf(name, file), { node: name, file });
	}
}

/** So often a text is handed on in one expression. */
const maxHanded = 10;

/** What an expression begins with. */
function nameIn(node: SyntaxNode): SyntaxNode {
	let found = node;
	for (let depth = 0; depth < maxHanded && found.firstChild; depth += 1) found = found.firstChild;
	return found;
}
