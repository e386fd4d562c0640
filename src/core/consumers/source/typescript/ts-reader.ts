import type { SyntaxNode } from '@lezer/common';
import type { TsFile } from './ts-file.ts';
import type { TsValue } from './ts-value.ts';

/** Tells what expressions and types are. */
export interface TsReader {
	read(node: SyntaxNode, file: TsFile): TsValue;
	readType(node: SyntaxNode, file: TsFile): TsValue;
	readResult(node: SyntaxNode, file: TsFile): TsValue;
	readName(name: string, at: number, file: TsFile): TsValue;
	member(value: TsValue, name: string): TsValue;
}
