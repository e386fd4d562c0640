import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/javascript';
import type { SourceFile } from '#core/consumers/source/engine/scanner.ts';
import { ParsedFile } from '#core/consumers/source/engine/parsed-file.ts';
import { findTsBindings, typeKey, type TsBinding } from './ts-bindings.ts';
import { blank } from './components.ts';
import type { Shape } from './ts-members.ts';
import type { TsProject } from './ts-project.ts';

const parsers = {
	typed: parser.configure({ dialect: 'ts' }),
	typedWithTags: parser.configure({ dialect: 'ts jsx' }),
	plain: parser.configure({ dialect: 'jsx' }),
};

/** The grammar takes those of `async <T>(one: T) => …` for a comparison. */
const typeParameters =
	/<(?<=\basync\s{0,9}<)[^<>()]{0,200}(?:<[^<>()]{0,200}>[^<>()]{0,200})?>(?=\s{0,9}\()/g;

const imports = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(['"])([^'"\n]+)\1/g;

/** A file of TypeScript or JavaScript. */
export class TsFile extends ParsedFile<TsBinding> {
	/** What it imports, by the words of the imports. Read without the parser. */
	readonly imports: readonly string[];
	readonly project: TsProject;
	/** Of what is written out in it, by its place. */
	readonly shapes = new Map<number, Shape>();
	#handsOn: boolean | undefined;

	constructor(source: SourceFile, project: TsProject) {
		super(source, {
			parse: ({ path, text }) => parserOf(path).parse(text.replace(typeParameters, blank)),
			findNames: findTsBindings,
		});
		this.project = project;
		this.imports = [...source.text.matchAll(imports)].map(([, , specifier = '']) => specifier);
	}

	/** Whether it exports what it imports: `export * from './paths'`. */
	get handsOn(): boolean {
		return (this.#handsOn ??= /\bexport\s*(\*|\{[^}]*\}\s*from\b)/.test(this.text));
	}

	findType(name: string, at: number): SyntaxNode | undefined {
		return this.findBinding(typeKey(name), at)?.holder;
	}
}

function parserOf(path: string) {
	if (path.endsWith('.tsx')) return parsers.typedWithTags;
	return /\.[cm]?ts$/.test(path) ? parsers.typed : parsers.plain;
}
