import {
	Branches,
	Commits,
	GroupIterations,
	GroupMembers,
	GroupMilestones,
	Groups,
	Issues,
	Pipelines,
	ProjectReleases,
	Projects,
	Repositories,
	RepositoryFiles,
	Tags,
	Users,
} from '@gitbeaker/rest';
import type { OnAttempt } from './call.ts';
import type { Requester } from './requester.ts';

function optionsOf(host: string, requester: Requester, onAttempt: OnAttempt) {
	// The requester has timeouts of its own; gitbeaker's would span all pages of a list.
	return { host, queryTimeout: null, requesterFn: requester.transport(onAttempt) };
}

/** Asks as a stranger would: everything that is published comes from here. */
export function anonymousClient(url: string, requester: Requester, onAttempt: OnAttempt) {
	const options = optionsOf(url, requester, onAttempt);
	return {
		branches: new Branches(options),
		commits: new Commits(options),
		groups: new Groups(options),
		issues: new Issues(options),
		iterations: new GroupIterations(options),
		milestones: new GroupMilestones(options),
		pipelines: new Pipelines(options),
		projects: new Projects(options),
		releases: new ProjectReleases(options),
		repositories: new Repositories(options),
		files: new RepositoryFiles(options),
		tags: new Tags(options),
	};
}
export type AnonymousClient = ReturnType<typeof anonymousClient>;

/** Asks with the token, and knows only the few questions that need one. */
export function tokenClient(
	url: string,
	token: string,
	requester: Requester,
	onAttempt: OnAttempt,
) {
	const options = { ...optionsOf(url, requester, onAttempt), oauthToken: token };
	return {
		groups: new Groups(options),
		members: new GroupMembers(options),
		projects: new Projects(options),
		users: new Users(options),
	};
}
export type TokenClient = ReturnType<typeof tokenClient>;
