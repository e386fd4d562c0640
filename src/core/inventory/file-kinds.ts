/** Where GitLab looks for the owners of files. The first that is there counts. */
export const codeownersFiles = ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'] as const;

/**
 * What is read of a project's files. With `.gitlab-ci.yml` come the files that it includes, since they are
 * understood together.
 */
export const fileKinds = [
	'go.mod',
	'CODEOWNERS',
	'.gitlab-ci.yml',
	'mise.toml',
	'.tool-versions',
] as const;
export type FileKind = (typeof fileKinds)[number];

/** Where a kind's file may be: the first that the project has counts. */
export function placesOf(kind: FileKind): readonly string[] {
	return kind === 'CODEOWNERS' ? codeownersFiles : [kind];
}

/**
 * A file that is at none of these places is one that the CI file includes.
 *
 * @param file `null`: one of the included files.
 */
export function kindOf(file: string | null): FileKind {
	return (
		fileKinds.find((kind) => file !== null && placesOf(kind).includes(file)) ?? '.gitlab-ci.yml'
	);
}
