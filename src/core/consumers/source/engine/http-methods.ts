import type { SyntaxNode } from '@lezer/common';
import type { ParsedFile } from './parsed-file.ts';
import { PassedValues, type Passed } from './passed-values.ts';
import { argumentsOf, nameOfFunction, nodesNear } from './syntax.ts';
import type { MethodWord, TextField } from './text-grammar.ts';
import { by, type Judged } from './judged.ts';
import { isRuling, judgeCall, judgeField, parseHttpMethod, type TextCall } from './text-purpose.ts';
import type { TextReader } from './text-reader.ts';
import { spell, writeOut } from './text.ts';
import { isAround, type Way } from './way.ts';

type Word<File> = Passed<File> & Pick<MethodWord, 'small'>;

/** What is beside the path of a route that the program serves itself. */
const routeField =
	/^(handlers?|handler_?func|operation_?id|summary|component|element|tags|middlewares?|prehandler)$/i;
/** `http.MethodPost`, `verbs.Post`: declared where nobody can read it. */
const foreignName = /\.Method([A-Z][a-z]+)$|^\w*(?:method|verb)s?\.(\w+)$/i;
/** They name a list that a field is in, however deep. */
const declarations = /^((Var|Const)(Decl|Spec)|VariableDeclaration|PropertyDeclaration)$/;
const mayBeFunction = /^(VariableName|\w*Function\w*|(Member|Call)Expression|(Selector|Call)Expr)$/;
/** No method is longer, with its quotes, nor what chooses one. */
const maxLiteral = 10;
const maxCharacters = 100;
/** So often a name is one of another, or an object or a call is in another one. */
const maxNames = 3;
/** Objects of more fields, and calls that are given more, are data. */
const maxFields = 20;

/** Reads which methods of HTTP calls and fields name, by themselves or by what has one. */
export class HttpMethods<File extends ParsedFile> {
	readonly #reader: TextReader<File>;
	readonly #passed: PassedValues<File>;

	constructor(reader: TextReader<File>) {
		this.#reader = reader;
		this.#passed = new PassedValues(reader);
	}

	/** What a call alone tells of what it is given, once for each method that it may name. */
	judgeCall(text: SyntaxNode, call: SyntaxNode, file: File, way: Way<File>): Judged[] {
		const { grammar } = this.#reader;
		const { words: given, isServed, ...read } = grammar.readCall(call, file);
		const words = given
			.slice(0, maxFields)
			.flatMap((word) => this.#wordsIn(word, { node: call, file, way }));
		// What is handed on, and nobody can tell what it is, may name one.
		const isPlain = words.every(({ node, small }) => isAround(node, text) || small === 'none');
		const defaultMethod = isPlain ? read.defaultMethod : undefined;
		const behind = argumentsOf(call).filter((one) => one.from > text.to && isServed !== false);
		const isFunction = isServed ?? behind.some((one) => this.#isFunction(one, file));
		const mayBe = behind.some(({ name }) => mayBeFunction.test(name));
		const handler = isFunction ? 'function' : mayBe ? 'unknown' : 'none';
		return this.#read(words).map((one) => {
			const judged = judgeCall({ ...read, ...one, handler, defaultMethod });
			if (!this.isCommand(text, call, file)) return judged;
			return { ...judged, purpose: 'request', method: methodOfCommand(file.read(call)) };
		});
	}

	/** Whether a call is a command that asks GitLab for a text: `exec.Command("glab", "api", …)`. */
	isCommand(text: SyntaxNode, call: SyntaxNode, file: File): boolean {
		const before = file.read({ from: Math.max(call.from, text.from - 200), to: text.from });
		return /\bglab\b[^]{0,100}["'`]api["'`]/.test(before);
	}

	/** Whether it is a function, or what is made of one: `auth(list)`. */
	#isFunction(node: SyntaxNode, file: File, depth = 0): boolean {
		const { values, grammar } = this.#reader;
		if (node.name !== grammar.nodes.call) {
			return mayBeFunction.test(node.name) && values.findFunction(node, file) !== undefined;
		}
		if (/handler/i.test(grammar.calleeOf(node, file).name)) return true;
		const given = depth < maxNames ? argumentsOf(node) : [];
		return given.some((one) => this.#isFunction(one, file, depth + 1));
	}

	/** What may name a method in what is given: it, or the fields of the object that it is. */
	#wordsIn({ node, small }: MethodWord, at: Passed<File>, depth = 0): Word<File>[] {
		const object = depth < maxNames ? this.#passed.findObject({ ...at, node }) : undefined;
		if (object === null) return [];
		const fields = object && this.#reader.grammar.fieldsOf(object.node, object.file);
		// Of several fields of one name, the last one counts.
		return fields && fields.length < maxFields
			? this.#wordsOf(fields.toReversed(), object, depth)
			: [{ ...at, node, small }];
	}

	#wordsOf(fields: readonly TextField[], at: Passed<File>, depth = 0): Word<File>[] {
		return fields.flatMap(({ words, isNamed }) =>
			words.flatMap((word) =>
				isNamed ? { ...at, ...word } : this.#wordsIn({ ...word, small: 'method' }, at, depth + 1),
			),
		);
	}

	/** What a text is for that is in a field, once for each method that may be beside it. */
	judgeField(text: SyntaxNode, field: SyntaxNode, file: File, way: Way<File>): Judged[] {
		const { name, value, isPage = false } = this.#reader.grammar.readField(field, file);
		const fields = nodesNear(field).map((one) => this.#reader.grammar.readField(one, file));
		const isKey = value === undefined || text.from < value.from;
		const isRoute = fields.some(
			(one) =>
				routeField.test(one.name) ||
				((one.isServed ?? (one.value && this.#isFunction(one.value, file))) &&
					one.words.every(({ node }) => this.#methodsOf({ node, file, way }).length === 0)),
		);
		if (isKey || isRoute) return [by('other')];
		if (isRuling(nameOfFunction(field, file, declarations))) return [by('open')];
		return this.#read(this.#wordsOf(fields.toReversed(), { node: field, file, way })).map(
			({ method }) => (isPage && method === null ? by('page') : judgeField(name, method)),
		);
	}

	#read(words: readonly Word<File>[]): Pick<TextCall, 'method' | 'said'>[] {
		let quiet: readonly string[] = [];
		for (const { small, ...word } of words) {
			const methods = this.#methodsOf(word);
			const isLoud = small === 'method' || methods.every((one) => /^[A-Z]+$/.test(one));
			if (methods.length > 0 && isLoud) {
				return methods.map((one) => ({ method: parseHttpMethod(one), said: null }));
			}
			if (small === 'method') break;
			if (small === 'said' && quiet.length === 0) quiet = methods;
		}
		if (quiet.length === 0) return [{ method: null, said: null }];
		return quiet.map((one) => ({ method: null, said: parseHttpMethod(one) }));
	}

	/** As they are written. Empty: it may be something else. */
	#methodsOf(word: Passed<File>): string[] {
		const found = this.#textsOf(word, 0);
		return found.every((one) => parseHttpMethod(one) !== null) ? [...new Set(found)] : [];
	}

	/** All that it may be, with an empty text for what nobody can tell. */
	#textsOf({ node, file, way }: Passed<File>, names: number): string[] {
		const isLiteral = this.#reader.grammar.nodes.literal.has(node.name);
		if (node.to - node.from > (isLiteral ? maxLiteral : maxCharacters)) return [''];
		const choices = this.#reader.grammar.choicesOf?.(node) ?? [];
		if (choices.length > 0 && names < maxNames) {
			const all = choices.map((one) => this.#textsOf({ node: one, file, way }, names + 1));
			const [first = ['']] = all;
			// Of `a ?? b` the first that has a value.
			const isFirst = node.name.startsWith('Binary') && first.length > 0 && !first.includes('');
			return isFirst ? first : all.flat();
		}
		if (this.#reader.grammar.isText(node, file)) {
			const pieces = this.#reader.read(node, file);
			return spell(pieces).map((one) => writeOut({ pieces: one }));
		}
		const values = names < maxNames ? this.#passed.find({ node, file, way }) : undefined;
		if (values) return values.flatMap((value) => this.#textsOf(value, names + 1));
		const [, own, member = ''] = foreignName.exec(file.read(node)) ?? [];
		return [(own ?? member).toUpperCase()];
	}
}

/** The method by which `glab api` asks. `null`: it is given what nobody can tell. */
function methodOfCommand(command: string): string | null {
	const [marked, said] = /(?:--method|["'`]-X)(?:["'`,\s=]+([A-Za-z]+))?/.exec(command) ?? [];
	if (marked !== undefined) return parseHttpMethod(said ?? '');
	if (command.includes('...')) return null;
	return /["'`](-[fF]|--(raw-)?field|--input)\b/.test(command) ? 'POST' : 'GET';
}
