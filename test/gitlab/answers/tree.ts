import { ancestorsOf } from '../access.ts';
import { type Answer, notFound } from '../answer.ts';
import { blobId, sha1 } from '../hash.ts';
import { findProjectPart } from '../lookup.ts';
import { compareBy } from '../order.ts';
import { paged } from '../pages.ts';
import type { Question } from '../question.ts';
import type { WorldProject } from '../world.ts';
import { commitAt } from './repository.ts';

interface Entry {
	id: string;
	name: string;
	type: 'tree' | 'blob';
	path: string;
	mode: string;
}

/** Folders first, then files, each in the order of their paths. */
export function answerTree(question: Question): Answer {
	const { params } = question;
	const recursive = params.flag('recursive') ?? false;
	const folder = (params.text('path') ?? '').replace(/^\/|\/$/g, '');
	const project = findProjectPart(question, 'repository');
	if (commitAt(project, params.text('ref') ?? 'HEAD') === undefined) throw notFound('Tree');
	const inside = entriesOf(project).filter(
		({ path }) => folder === '' || path.startsWith(`${folder}/`),
	);
	if (folder !== '' && inside.length === 0) throw notFound('invalid revision or path');
	const rows = inside.filter(({ path }) => recursive || (ancestorsOf(path)[0] ?? '') === folder);
	return paged(question, rows, (entry) => entry, {
		objects: 'Gitlab::Git::Tree',
		keyset: { parameter: 'page_token', positionOf: ({ path }) => path },
	});
}

function entriesOf({ files, links = {} }: Pick<WorldProject, 'files' | 'links'>): Entry[] {
	const folders = new Set(Object.keys({ ...files, ...links }).flatMap(ancestorsOf));
	const trees = [...folders].map((path): Entry => ({
		...named(path),
		id: sha1(`tree ${path}`),
		type: 'tree',
		mode: '040000',
	}));
	const blobs = Object.entries({ ...files, ...links }).map(([path, text]): Entry => ({
		...named(path),
		id: blobId(text),
		type: 'blob',
		mode: path in links ? '120000' : '100644',
	}));
	const byPath = compareBy<Entry>(({ path }) => path, 'asc');
	return [...trees.toSorted(byPath), ...blobs.toSorted(byPath)];
}

function named(path: string): { name: string; path: string } {
	return { name: path.split('/').at(-1) ?? path, path };
}
