import type { PageImport, PageParts } from '#core/publish/pages/page-parts.ts';
import { isObject, lineOf } from './tree.ts';

/** A part of a tree of Markdown or JavaScript. */
export interface TreePart {
	type: string;
	[key: string]: unknown;
}

/** What the code of a page says of names: `import`, `export`, `{expression}`, and the tags in it. */
export interface PageCode extends Pick<PageParts, 'imports' | 'names' | 'tags'> {
	/** Names that something is given in any of it, wherever they count. */
	declared: Set<string>;
}

export function isPart(value: unknown): value is TreePart {
	return isObject(value) && 'type' in value;
}

/** The parts right below. Without the places, and what an expression was made of. */
export function partsOf(part: TreePart): { key: string; child: TreePart }[] {
	return Object.entries(part).flatMap(([key, value]) => {
		if (key === 'position' || key === 'loc' || key === 'comments') return [];
		return (Array.isArray(value) ? value : [value]).filter(isPart).map((child) => ({ key, child }));
	});
}

/** Where names are given: parts of the code by its key. */
const givers: Record<string, readonly string[]> = {
	VariableDeclarator: ['id'],
	FunctionDeclaration: ['id', 'params'],
	FunctionExpression: ['id', 'params'],
	ArrowFunctionExpression: ['params'],
	ClassDeclaration: ['id'],
	ClassExpression: ['id'],
	CatchClause: ['param'],
	ImportSpecifier: ['local'],
	ImportDefaultSpecifier: ['local'],
	ImportNamespaceSpecifier: ['local'],
};

/** Names that are no variables, unless they are computed: `a.name`, `{ name: 1 }`. */
const labels: Record<string, readonly string[]> = {
	MemberExpression: ['property'],
	Property: ['key'],
	MethodDefinition: ['key'],
	PropertyDefinition: ['key'],
	MetaProperty: ['meta', 'property'],
	LabeledStatement: ['label'],
	BreakStatement: ['label'],
	ContinueStatement: ['label'],
	ImportSpecifier: ['imported'],
	ExportSpecifier: ['exported'],
};

/** Adds what a program, as acorn gives it, says of names. */
export function readCode(program: TreePart, code: PageCode): void {
	if (program.type === 'ImportDeclaration') code.imports.push(readImport(program));
	for (const { key, child } of partsOf(program)) {
		if (givers[program.type]?.includes(key)) {
			for (const name of namesIn(child)) code.declared.add(name);
		}
		if (labels[program.type]?.includes(key) && program.computed !== true) continue;
		if (child.type === 'Identifier') code.names.push({ name: nameOf(child), line: lineOf(child) });
		if (
			child.type === 'JSXIdentifier' &&
			/^JSX(OpeningElement|MemberExpression)$/.test(program.type)
		) {
			if (key !== 'property' && /^\p{Lu}/u.test(nameOf(child))) {
				code.tags.push({ name: nameOf(child), attributes: undefined, line: lineOf(child) });
			}
		}
		readCode(child, code);
	}
}

function readImport(part: TreePart): PageImport {
	const specifiers = partsOf(part).filter(({ key }) => key === 'specifiers');
	const nameIn = (specifier: TreePart, key: string) =>
		isPart(specifier[key]) ? [nameOf(specifier[key])] : [];
	return {
		from: isPart(part.source) ? String(part.source.value) : '',
		names: specifiers.flatMap(({ child }) => nameIn(child, 'local')),
		wanted: specifiers.flatMap(({ child }) =>
			child.type === 'ImportDefaultSpecifier' ? ['default'] : nameIn(child, 'imported'),
		),
		line: lineOf(part),
	};
}

/** Those of a pattern with its defaults: rather one too many than a name that is not known. */
function namesIn(pattern: TreePart): string[] {
	const own = pattern.type === 'Identifier' ? [nameOf(pattern)] : [];
	return [...own, ...partsOf(pattern).flatMap(({ child }) => namesIn(child))];
}

function nameOf({ name }: TreePart): string {
	return typeof name === 'string' ? name : '';
}
