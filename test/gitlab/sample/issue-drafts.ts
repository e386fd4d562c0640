import type { IsoDate } from '#model/identifiers.ts';
import type { WorldIssue } from '../world.ts';
import { planted } from '../planted.ts';
import { instantOn } from './calendar.ts';
import { people } from './people.ts';
import { chance, idFor, pick } from '../seed.ts';

/** What makes one issue of the sample different from another. */
export interface Draft {
	/** Whatever is invented about it follows from this. */
	key: string;
	/** The same on every day. */
	iid: number;
	project: string;
	title: string;
	created: IsoDate;
	updated: IsoDate;
	closed: IsoDate | null;
	milestoneId: number | null;
	labels: string[];
	weight: number | null;
	healthStatus: string | null;
	dueDate: IsoDate | null;
	type: string;
	description?: string;
	confidential?: boolean;
}

export function anIssueOf(draft: Draft): WorldIssue {
	const { key, iid, project, closed } = draft;
	return {
		id: idFor(`${project}#${String(iid)}`),
		iid,
		project,
		title: draft.title,
		description: draft.description ?? `Sample text. See ${planted.mention}.`,
		state: closed === null ? 'opened' : 'closed',
		createdAt: instantOn(draft.created, `created ${key}`),
		updatedAt: instantOn(closed ?? draft.updated, `updated ${key}`),
		closedAt: closed === null ? null : instantOn(closed, `updated ${key}`),
		labels: draft.labels,
		milestoneId: draft.milestoneId,
		author: pick(`author ${key}`, people),
		assignees: chance(`assigned ${key}`, 70) ? [pick(`assignee ${key}`, people)] : [],
		confidential: draft.confidential ?? false,
		weight: draft.weight,
		healthStatus: draft.healthStatus,
		dueDate: draft.dueDate,
		type: draft.type,
	};
}
