import type { SyntaxNode } from '@lezer/common';
import type { TsFile } from './ts-file.ts';
import type { TsReader } from './ts-reader.ts';
import { findTypeSource } from './ts-types.ts';
import { asInstance, isTelling, other, unknown, type TsValue } from './ts-value.ts';

/** What a value is that has a written type. */
export function readWrittenType(node: SyntaxNode, file: TsFile, reader: TsReader): TsValue {
	const source = findTypeSource(node, file);
	switch (source.is) {
		case 'value':
			return asInstance(reader.read(source.node, file));
		case 'result': {
			const made = reader.read(source.node, file);
			return made.is === 'function' ? reader.readResult(made.node, made.file) : unknown;
		}
		case 'name': {
			const named = reader.readName(source.name, source.at, file);
			return asInstance(named);
		}
		case 'written':
			return { is: 'own', node: source.node, file };
		case 'function':
			return { is: 'function', node: source.node, file };
		case 'any': {
			const values = source.nodes.map((one) => reader.readType(one, file));
			return values.find(isTelling) ?? values[0] ?? unknown;
		}
		case 'plain':
			return other;
		case 'unknown':
			return unknown;
	}
}
