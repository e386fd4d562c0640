export interface GoImport {
	/** `undefined`: the file calls it as the package calls itself. */
	readonly alias: string | undefined;
	readonly path: string;
}

/** Everything before the first declaration: imports are nowhere else. */
const head = /^(?:func|type|var|const)\b/m;
const specification =
	/(?:^|[;(])[ \t]*(?:import[ \t]+)?(?:([\p{L}_][\p{L}\p{N}_]*|\.)[ \t]+)?(?:"([^"\n]+)"|`([^`\n]+)`)/gmu;

/** The imports of a file of Go. Those in comments are none. */
export function findImports(text: string): GoImport[] {
	const end = text.search(head);
	const written = (end < 0 ? text : text.slice(0, end)).replace(
		/\/\*(?:[^]*?\*\/|[^]*)|(^|[\s;(")`])\/\/[^\n]*/g,
		'$1',
	);
	return [...written.matchAll(specification)].map(([, alias, quoted, raw]) => ({
		alias,
		path: quoted ?? raw ?? '',
	}));
}

/** What a package may call itself: the last part of its path, without `/v2`, `go-`, `-go`. */
export function guessNames(path: string): string[] {
	const [last = ''] = /[^/]*$/.exec(path.replace(/[/.]v\d+$/, '')) ?? [];
	return [last, last.replace(/^go-|[-.]go$/g, ''), last.split(/[-.]/).at(-1) ?? last];
}
