import type { Api, ClientLibrary } from '#model/api.ts';
import type { SkippedFiles, SourceUse, UsedClient } from '#model/evidence.ts';
import type { CheckTime } from './time.ts';

export type Skip = keyof SkippedFiles;

export interface SourceFile {
	/** From the root of the project. */
	readonly path: string;
	readonly text: string;
}

export interface Found {
	readonly uses: readonly SourceUse[];
	/** Places that name the API, and nobody can tell what becomes of it. */
	readonly unfollowed: readonly Pick<SourceUse, 'file' | 'line'>[];
}

export interface Scanner {
	add(file: SourceFile): void;
	/** The file that says which libraries are required: types of Go may need its module path. */
	addManifest?(file: SourceFile): void;
	finish(): Found;
}

/** What has to be known of a language to find calls in its source. */
export interface LanguageRules {
	isSource(path: string): boolean;
	/** Why a source file is left out by its path. `undefined`: it is not. */
	skipByPath?(path: string): Skip | undefined;
	/** Why a source file is left out by what it says of itself. `undefined`: it is not. */
	skipByText?(text: string): Skip | undefined;
	isManifest?(path: string): boolean;
	/** Libraries of the API that a manifest requires, with their lines. Those of another language are none. */
	findClients?(manifest: SourceFile, libraries: readonly ClientLibrary[]): UsedClient[];
	startScanner(api: Api, checkTime: CheckTime): Scanner;
}
