import type { IsoDate, WebUrl } from '#model/identifiers.ts';
import type { IssueOfDay } from '#model/history.ts';
import { pathUrl } from './links.ts';

type Referred = Pick<IssueOfDay, 'project' | 'iid'>;

/** An issue of a kept day on the GitLab that was asked: what is kept has no address of its own. */
export function issueUrl(source: WebUrl, { project, iid }: Referred): string {
	return `${pathUrl(source, project)}/-/issues/${String(iid)}`;
}

/** What the page of changes loads when a reader chooses a day. */
export const recentPlansFile = '/roadmap/changes/plans.json';

/** The page of what was planned on a kept day. */
export function snapshotPage(day: IsoDate): `/${string}` {
	return `/roadmap/snapshots/${day}/`;
}

/** The page of an issue that has slipped. */
export function issuePage({ project, iid }: Referred): `/${string}` {
	return `/roadmap/issues/${project}/${String(iid)}/`;
}
