import type { IsoDate, WebUrl } from '#model/identifiers.ts';
import type { IssueOfDay } from '#model/history.ts';
import { pathUrl } from './links.ts';

type Referred = Pick<IssueOfDay, 'project' | 'iid'>;

/** `group/project#12` */
export function formatReference({ project, iid }: Referred): string {
	return `${project}#${String(iid)}`;
}

/** An issue of a kept day on the GitLab that was asked: what is kept has no address of its own. */
export function issueUrl(source: WebUrl, { project, iid }: Referred): string {
	return `${pathUrl(source, project)}/-/issues/${String(iid)}`;
}

export const changesPage = '/roadmap/changes/';
export const snapshotsPage = '/roadmap/snapshots/';
export const slippedIssuesPage = '/roadmap/issues/';

/** The page of what was planned on a kept day. */
export function snapshotPage(day: IsoDate): `/${string}` {
	return `${snapshotsPage}${day}/`;
}

/** A day on the page of changes, as far back as that page goes. */
export function changesAnchor(day: IsoDate): `/${string}` {
	return `${changesPage}#${day}`;
}

/** The page of an issue that has slipped. */
export function issuePage({ project, iid }: Referred): `/${string}` {
	return `${slippedIssuesPage}${project}/${String(iid)}/`;
}
