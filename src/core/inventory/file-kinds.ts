import { pathOfUnread } from './unread-files.ts';

/** Where GitLab looks for the owners of files. The first that is there counts. */
export const codeownersFiles = ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'] as const;

/**
 * What is read of a project's files, in the order of importance: when not all can be read in one
 * pull, the first of each project are. `.gitlab-ci.yml` stands for the files that it includes too,
 * since they are understood together.
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
 * @param file A path, or an unread file as it is noted.
 */
export function kindOf(file: string): FileKind {
	return fileKinds.find((kind) => placesOf(kind).includes(pathOfUnread(file))) ?? '.gitlab-ci.yml';
}
