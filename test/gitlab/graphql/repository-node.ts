import { ancestorsOf } from '../access.ts';
import { commitAt } from '../answers/repository.ts';
import type { WorldProject } from '../world.ts';
import { type PageArguments, connection } from './connection.ts';

interface BlobArguments extends PageArguments {
	paths: readonly string[];
	ref?: string | null;
}

interface TreeArguments {
	path: string;
	recursive: boolean;
	ref?: string | null;
}

/** The code of a project, for a caller who may read it. */
export function toRepositoryNode(project: WorldProject) {
	return {
		rootRef: project.defaultBranch,
		exists: true,
		empty: project.defaultBranch === null,
		/** Files that are not there have no node. The others come as they were asked for. */
		blobs: ({ paths, ref, ...page }: BlobArguments) => {
			const files = filesAt(project, ref);
			return connection(
				paths.filter((path) => Object.hasOwn(files, path)),
				page,
				(path) => toBlobNode(path, files[path] ?? ''),
			);
		},
		/** A folder that is not there is empty. An empty repository has none. */
		tree: ({ path, recursive, ref }: TreeArguments) => {
			if (project.defaultBranch === null) return null;
			const paths = Object.keys(filesAt(project, ref)).toSorted();
			const folders = [...new Set(paths.flatMap(ancestorsOf))].toSorted();
			const isInside = (entry: string): boolean =>
				recursive
					? path === '' || entry.startsWith(`${path}/`)
					: (ancestorsOf(entry)[0] ?? '') === path;
			return {
				trees: (page: PageArguments) => connection(folders.filter(isInside), page, toEntryNode),
				blobs: (page: PageArguments) => connection(paths.filter(isInside), page, toEntryNode),
			};
		},
	};
}

function filesAt(
	project: WorldProject,
	ref: string | null | undefined,
): Readonly<Record<string, string>> {
	if (commitAt(project, ref ?? 'HEAD') === undefined) return {};
	// Of a link, its target is the text.
	return { ...project.files, ...project.links };
}

function toBlobNode(path: string, text: string) {
	return {
		...toEntryNode(path),
		size: String(Buffer.byteLength(text)),
		rawTextBlob: text.includes('\0') ? null : text,
	};
}

function toEntryNode(path: string) {
	return { path, name: path.split('/').at(-1) ?? path };
}
