import {
	other,
	unknown,
	written,
	type Expression,
	type Value,
} from '#core/consumers/source/engine/value.ts';
import { readDeclarator, type TsBinding } from './ts-bindings.ts';
import type { TsFile } from './ts-file.ts';
import { readSpecifier } from './ts-syntax.ts';

/** What a name of a value or a type means there. */
export function findName(name: string, at: number, file: TsFile): Expression<TsFile> {
	const binding = file.findBinding(name, at);
	return binding
		? { is: 'declared', by: binding, as: () => readBinding(binding, file) }
		: written(file.findType(name, at), file);
}

export function readBinding(binding: TsBinding, file: TsFile): Expression<TsFile> {
	const { holder, definition, target, path } = binding;
	if (/^Import(Group|Declaration)$/.test(holder.name)) return readImport(binding, file);
	if (/^(Function|Class)(Declaration|Expression)$/.test(holder.name)) {
		return written(holder, file);
	}
	if (holder.name === 'CatchClause') return other;
	if (path === null || definition.prevSibling?.name === 'Spread') return unknown;
	const { type, value } = readDeclarator(target);
	const from = {
		is: 'typed',
		type: written(type, file),
		value: value && written(value, file),
	} as const;
	return path.reduce<Expression<TsFile>>((of, name) => ({ is: 'member', of, name }), from);
}

function readImport({ holder, definition }: TsBinding, file: TsFile): Expression<TsFile> {
	const isGroup = holder.name === 'ImportGroup';
	const statement = isGroup ? (holder.parent ?? holder) : holder;
	const of = findPackage(readSpecifier(statement, file) ?? '', file);
	const before = definition.prevSibling;
	const exported = before?.name === 'as' ? before.prevSibling : isGroup ? definition : null;
	if (exported?.name === 'Star') return of;
	return { is: 'member', of, name: exported ? file.read(exported) : 'default' };
}

/** What a file takes from another or from a package. */
export function findPackage(specifier: string, file: TsFile): Value<TsFile> {
	const library = file.project.findLibrary(specifier);
	if (library) return { is: 'library', library };
	const imported = file.project.findFile(file, specifier);
	if (imported) return { is: 'module', path: imported.path, file: imported };
	return file.project.isForeign(specifier) ? { is: 'foreign' } : unknown;
}
