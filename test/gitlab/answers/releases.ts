import { type Answer, json, notFound, plainText } from '../answer.ts';
import { toReleaseEntity } from '../entities/release-entity.ts';
import { findProjectPart } from '../lookup.ts';
import { compareBy } from '../order.ts';
import { paged } from '../pages.ts';
import { partOf, type Question } from '../question.ts';
import type { WorldRelease } from '../world.ts';

export function answerReleases(question: Question): Answer {
	const { params } = question;
	const orderBy = params.choice('order_by', ['released_at', 'created_at']) ?? 'released_at';
	const sort = params.choice('sort', ['asc', 'desc']) ?? 'desc';
	const project = findProjectPart(question, 'releases');
	const dateOf = ({ releasedAt, createdAt }: WorldRelease): string =>
		orderBy === 'released_at' ? releasedAt : createdAt;
	return paged(question, project.releases.toSorted(compareBy(dateOf, sort)), (release) =>
		toReleaseEntity(question, project, release),
	);
}

export function answerRelease(question: Question): Answer {
	const project = findProjectPart(question, 'releases');
	const release = project.releases.find(({ tag }) => tag === partOf(question, 'tag'));
	if (release === undefined) throw notFound();
	return json(toReleaseEntity(question, project, release));
}

/** Leads to the release with the latest date, even when that date is still to come. */
export function answerLatestRelease(question: Question): Answer {
	const project = findProjectPart(question, 'releases');
	const latest = project.releases.toSorted(compareBy(({ releasedAt }) => releasedAt, 'desc'))[0];
	if (latest === undefined) throw notFound();
	const releases = question.path.split('/').slice(0, 4).join('/');
	const location = `${question.apiUrl}${releases}/${encodeURIComponent(latest.tag)}`;
	return plainText(`This resource has been moved temporarily to ${location}.`, 302, { location });
}
