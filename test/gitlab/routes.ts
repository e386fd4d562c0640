import type { Answer } from './answer.ts';
import { answerMetadata, answerToken, answerUser } from './answers/account.ts';
import { answerArchive } from './answers/archive.ts';
import { answerFile, answerRawFile } from './answers/files.ts';
import { answerGroup, answerGroupProjects } from './answers/groups.ts';
import {
	answerGroupIssues,
	answerIssue,
	answerIssues,
	answerIssueStatistics,
	answerProjectIssues,
} from './answers/issues.ts';
import { answerGroupIterations } from './answers/iterations.ts';
import { answerAllMembers, answerMembers } from './answers/members.ts';
import { answerGroupMilestones } from './answers/milestones.ts';
import { answerLatestPipeline, answerPipelines } from './answers/pipelines.ts';
import { answerLanguages, answerProject } from './answers/projects.ts';
import { answerLatestRelease, answerRelease, answerReleases } from './answers/releases.ts';
import { answerBranch, answerCommit, answerTag, answerTags } from './answers/repository.ts';
import { answerTree } from './answers/tree.ts';
import type { Question } from './question.ts';

interface Route {
	pattern: string;
	answer: (question: Question) => Answer;
	/** A token needs one of them. */
	scopes: readonly string[];
	/** Elsewhere GitLab ignores a job token, here it takes it or refuses it. */
	takesJobToken: boolean;
}

const api = ['api', 'read_api'];
const account = [...api, 'read_user'];
const code = [...api, 'read_repository'];

const routes: Route[] = [
	route('user', answerUser, account),
	route('personal_access_tokens/self', answerToken, [...code, 'read_user', 'self_rotate']),
	route('version', answerMetadata, account),
	route('metadata', answerMetadata, account),
	route('projects/:id', answerProject, api),
	route('projects/:id/languages', answerLanguages, api),
	jobRoute('projects/:id/releases', answerReleases, api),
	jobRoute('projects/:id/releases/permalink/latest', answerLatestRelease, api),
	jobRoute('projects/:id/releases/:tag', answerRelease, api),
	jobRoute('projects/:id/repository/tags', answerTags, api),
	jobRoute('projects/:id/repository/tags/:tag', answerTag, api),
	route('projects/:id/repository/tree', answerTree, api),
	jobRoute('projects/:id/repository/files/:path/raw', answerRawFile, code),
	route('projects/:id/repository/files/:path', answerFile, code),
	route('projects/:id/repository/branches/:branch', answerBranch, api),
	jobRoute('projects/:id/repository/commits/:sha', answerCommit, api),
	jobRoute('projects/:id/repository/archive.tar.gz', answerArchive, api),
	route('projects/:id/pipelines', answerPipelines, api),
	route('projects/:id/pipelines/latest', answerLatestPipeline, api),
	route('projects/:id/issues', answerProjectIssues, api),
	route('projects/:id/issues/:iid', answerIssue, api),
	route('projects/:id/issues_statistics', answerIssueStatistics, api),
	route('groups/:id', answerGroup, api),
	route('groups/:id/projects', answerGroupProjects, api),
	route('groups/:id/members', answerMembers, api),
	route('groups/:id/members/all', answerAllMembers, api),
	route('groups/:id/milestones', answerGroupMilestones, api),
	route('groups/:id/iterations', answerGroupIterations, api),
	route('groups/:id/issues', answerGroupIssues, api),
	route('groups/:id/issues_statistics', answerIssueStatistics, api),
	route('issues', answerIssues, api),
	route('issues_statistics', answerIssueStatistics, api),
];

/** The first route that a path fits, with the path's named parts decoded. */
export function findRoute(
	path: string,
): { route: Route; parts: Record<string, string> } | undefined {
	const segments = path.split('/').slice(1);
	for (const candidate of routes) {
		const parts = partsOf(candidate.pattern.split('/'), segments);
		if (parts !== undefined) return { route: candidate, parts };
	}
	return undefined;
}

/** A path that is not encoded has more segments than its route, and fits none. */
function partsOf(
	pattern: readonly string[],
	segments: readonly string[],
): Record<string, string> | undefined {
	if (pattern.length !== segments.length) return undefined;
	const pairs = pattern.map((name, index) => ({ name, segment: segments[index] ?? '' }));
	const fits = pairs.every(({ name, segment }) =>
		name.startsWith(':') ? segment !== '' : name === segment,
	);
	if (!fits) return undefined;
	return Object.fromEntries(
		pairs
			.filter(({ name }) => name.startsWith(':'))
			.map(({ name, segment }) => [name.slice(1), decodeURIComponent(segment)]),
	);
}

function route(
	pattern: string,
	answer: (question: Question) => Answer,
	scopes: readonly string[],
): Route {
	return { pattern, answer, scopes, takesJobToken: false };
}

function jobRoute(
	pattern: string,
	answer: (question: Question) => Answer,
	scopes: readonly string[],
): Route {
	return { ...route(pattern, answer, scopes), takesJobToken: true };
}
