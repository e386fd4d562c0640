import { remark } from 'remark';
import { HttpMethod } from '#model/api.ts';
import type { DocumentedEndpoint } from '#model/evidence.ts';
import { toDocumentedPath, type SurfacePattern } from './documented-path.ts';

/**
 * The endpoints that a page of Markdown documents: lines of code blocks such as `GET /cars/:id`, each
 * where it is first.
 *
 * @param file From the root of the project.
 */
export function findPageEndpoints(
	markdown: string,
	file: string,
	pattern: SurfacePattern,
): DocumentedEndpoint[] {
	const lines = markdown.split(/\r?\n/);
	const found = new Map<string, DocumentedEndpoint>();
	for (const { first, last } of findCodeBlocks(remark().parse(markdown))) {
		for (let line = first; line <= last; line += 1) {
			const [, verb, written] = /^[\s>]*([A-Z]+)\s+(\/\S*)\s*$/.exec(lines[line - 1] ?? '') ?? [];
			const method = HttpMethod.safeParse(verb);
			const path = written === undefined ? undefined : toDocumentedPath(written, pattern);
			if (!method.success || path === undefined) continue;
			const key = `${method.data} ${path}`;
			if (!found.has(key))
				found.set(key, { source: 'page', method: method.data, path, file, line });
		}
	}
	return [...found.values()];
}

type Root = ReturnType<ReturnType<typeof remark>['parse']>;
type Node = Root | Root['children'][number];

/** Lines are counted from 1. */
function findCodeBlocks(node: Node): { first: number; last: number }[] {
	if (node.type === 'code' && node.position) {
		return [{ first: node.position.start.line, last: node.position.end.line }];
	}
	return 'children' in node ? node.children.flatMap(findCodeBlocks) : [];
}
