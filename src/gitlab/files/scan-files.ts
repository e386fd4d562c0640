import { isLikelyPath } from '#core/consumers/source/search.ts';
import { z } from 'zod';
import { compareText } from '#model/order.ts';
import type { Api } from '#model/api.ts';
import type { CommitSha } from '#model/evidence.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { formatCount } from '#core/words/formats.ts';
import { GitLabError } from '#gitlab/transport/errors.ts';
import { parseAnswer } from '#gitlab/parse/parse-answer.ts';
import { RawTree } from '#gitlab/parse/raw.ts';
import type { ArchiveSource, ScannedSource } from './scan-archive.ts';
import { scanInThread, scanLimits } from './scan-thread.ts';

export interface FilesSource {
	client: Pick<AnonymousClient, 'repositories' | 'files'>;
	api: Api;
	timeLimitMs?: ArchiveSource['timeLimitMs'];
}

interface Question {
	id: number;
	path: ProjectPath;
	commit: CommitSha;
}

const rowsPerPage = 100;
/** Of one project, whatever is left: a tree that is larger is not worth more. */
const maxTreePages = 20;
const maxFiles = 40;
const documentation = 'Repositories API';

/**
 * Reads those files of a project whose path lets one expect a call, one request each, after asking
 * what files there are.
 *
 * @param left Requests that may be made.
 * @returns `undefined` when not as many requests may be made, or none of the files can be got.
 * @throws {GitLabError} {ScanError}
 */
export async function scanFiles(
	question: Question,
	{ client, api, timeLimitMs }: FilesSource,
	left: number,
): Promise<ScannedSource | undefined> {
	// Pages of the tree are asked for the sake of files.
	const pages = Math.min(maxTreePages, Math.floor(left / 2));
	if (pages < 1) return undefined;
	const { paths, pagesAsked, isWhole } = await pullTree(question, client, pages);
	const room = Math.min(maxFiles, left - pagesAsked);
	const likely = paths.filter((path) => isLikelyPath(path, api)).toSorted(byDepth);
	const asked = likely.slice(0, Math.max(0, room));
	const texts = await Promise.all(asked.map((file) => pullText(question, client, file)));
	const files = asked.flatMap((file, index) => {
		const text = texts[index];
		return text === undefined ? [] : [{ path: file, text }];
	});
	if (files.length === 0 && likely.length > 0) return undefined;
	const partial = describe(files.length, likely.length, isWhole);
	const { found } = await scanInThread({
		api,
		timeMs: timeLimitMs?.() ?? scanLimits.timeMs,
		source: { kind: 'files', paths, files },
	});
	return { way: 'files', partial, ...found };
}

/** What a project is made of stands at its root. */
function byDepth(a: string, b: string): number {
	return a.split('/').length - b.split('/').length || compareText(a, b);
}

async function pullTree(
	{ id, path, commit }: Question,
	client: FilesSource['client'],
	maxPages: number,
): Promise<{ paths: string[]; pagesAsked: number; isWhole: boolean }> {
	const answer: unknown = await client.repositories.allRepositoryTrees(id, {
		ref: commit,
		recursive: true,
		perPage: rowsPerPage,
		maxPages,
	});
	const entries = parseAnswer(RawTree, answer, `the files of ${path}`, documentation);
	return {
		paths: entries.filter(({ type }) => type === 'blob').map((entry) => entry.path),
		pagesAsked: Math.max(1, Math.ceil(entries.length / rowsPerPage)),
		isWhole: entries.length < maxPages * rowsPerPage,
	};
}

/** `undefined`: it cannot be got, which is no reason to know nothing of the others. */
async function pullText(
	{ id, path, commit }: Question,
	client: FilesSource['client'],
	file: string,
): Promise<string | undefined> {
	const answer: unknown = await client.files.showRaw(id, file, commit).catch((error: unknown) => {
		if (!(error instanceof GitLabError)) throw error;
		if (error.kind === 'gave-up' || error.kind === 'deadline') throw error;
		return undefined;
	});
	if (answer === undefined) return undefined;
	return parseAnswer(z.string(), answer, `the file ${file} of ${path}`, documentation);
}

function describe(read: number, likely: number, isWhole: boolean): string {
	return [
		'We only read files whose path suggests a call.',
		...(read < likely
			? [`We could read ${String(read)} of ${formatCount(likely, 'such file')}.`]
			: []),
		...(isWhole ? [] : ["We don't know all files of the project."]),
	].join(' ');
}
