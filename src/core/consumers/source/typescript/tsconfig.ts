import type { SourceFile } from '#core/consumers/source/engine/scanner.ts';
import { entriesOf, readJson, type ImportName } from './package-json.ts';

/**
 * The names that a tsconfig.json has for folders and files: `@api/*` for `app/api/*`, and for all that
 * is below its `baseUrl`.
 *
 * @see https://www.typescriptlang.org/tsconfig/#paths
 */
export function readAliases({ path, text }: SourceFile): ImportName[] {
	const options = entriesOf(entriesOf(readJson(text)).get('compilerOptions'));
	const base = options.get('baseUrl');
	const own = typeof base === 'string' ? [['*', ['*']] as const] : [];
	const folder = typeof base === 'string' ? base : '.';
	const within = path.slice(0, path.lastIndexOf('/') + 1);
	return [...entriesOf(options.get('paths')), ...own].map(([name, places]) => ({
		name: name.replace(/\/?\*$/, ''),
		places: (Array.isArray(places) ? places : []).map((one) => `${folder}/${String(one)}`),
		within,
	}));
}
