/** What GitLab counts for a field, in addition to one for the field and what its children cost. */
interface Cost {
	/** The field asks Gitaly, which counts one. */
	gitaly?: true;
	/** A field with code of its own: only there arguments and pages count. */
	resolver?: true;
	/** A list in pages, which costs one per cent more for each row of a page. */
	connection?: true;
	/** What arguments of this very field count. */
	extra?: (args: Readonly<Record<string, unknown>>) => number;
}

const gitaly: Cost = { gitaly: true };
const single: Cost = { resolver: true };
const pages: Cost = { resolver: true, connection: true };
/** It is sorted, whether the query says so or not. */
const sortedPages: Cost = { ...pages, extra: () => 1 };

/** By type and field. What is not here costs one. */
const costs: Readonly<Record<string, Cost>> = {
	'Query.project': single,
	'Query.group': single,
	'Query.projects': pages,
	'Project.forksCount': gitaly,
	'Project.languages': gitaly,
	'Project.issues': sortedPages,
	'Issue.notes': pages,
	'Project.labels': pages,
	'Project.milestones': sortedPages,
	'Group.labels': pages,
	'Group.milestones': sortedPages,
	'Group.workItems': sortedPages,
	'Project.releases': pages,
	'Project.pipelines': {
		...pages,
		extra: ({ ref }) => (ref === undefined || ref === null ? 0 : 2),
	},
	'Repository.rootRef': gitaly,
	'Repository.exists': gitaly,
	'Repository.empty': gitaly,
	'Repository.tree': { ...single, ...gitaly },
	'Repository.blobs': {
		...pages,
		...gitaly,
		extra: ({ paths }) => (Array.isArray(paths) ? paths.length : 0),
	},
};

/** GitLab's largest page, and what it counts when a query does not say how much it wants. */
export const largestPage = 100;

/** @param field Type and name: `Project.releases`. */
export function costOf(
	field: string,
	args: Readonly<Record<string, unknown>>,
	children: number,
): number {
	const { gitaly: asksGitaly, resolver, connection, extra } = costs[field] ?? {};
	const own = 1 + (asksGitaly ? 1 : 0);
	if (!resolver) return own + children;
	const sorts = args.sort === undefined || args.sort === null ? 0 : 1;
	const once = own + children + sorts + (extra?.(args) ?? 0);
	const rows = typeof args.first === 'number' ? Math.min(args.first, largestPage) : largestPage;
	return Math.trunc(once + (connection ? once * rows * 0.01 : 0));
}
