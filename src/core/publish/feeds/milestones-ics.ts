import { sayingOf } from '#core/plan/plan-noun.ts';
import ical, { escape, ICalEventTransparency, type ICalEventData } from 'ical-generator';
import { addDays, dayOf, daysBetween } from '#core/base/dates.ts';
import { toPlainLine } from '#core/base/plain-text.ts';
import { describeMissing } from '#core/words/list-words.ts';
import type { IsoInstant } from '#model/identifiers.ts';
import type { Issue } from '#model/issue.ts';
import type { Milestone } from '#model/milestone.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import type { Site } from '#model/site.ts';
import { isPulled, type About } from '#model/snapshot.ts';
import { findCalendarMilestones } from './calendar-milestones.ts';
import { describeOrigin, wordsOf } from './event-words.ts';
import { toEventUid } from './identifiers.ts';
import { findMilestoneEvents, type MilestoneEvent } from './milestone-events.ts';

export interface CalendarSource {
	site: Pick<Site, 'title' | 'team' | 'instance' | 'handbook'>;
	about: Pick<About, 'pulledAt' | 'sample' | 'lists'>;
	rules: PlanRules;
	milestones: readonly Milestone[];
	planningIssues: readonly Issue[];
}

const longestTitle = 60;
/** From this day on later pulls have higher numbers. */
const firstDay = '2020-01-01';
const dayInSeconds = 24 * 60 * 60;

/**
 * The days of the milestones as a calendar to subscribe to, as RFC 5545 and 7986 say.
 *
 * All events take whole days and block nobody's time. An event keeps its id when its day moves, and
 * every pull gives it a higher sequence number, so that the newest file wins. What is worked out says
 * so in its description, and what is invented in its name.
 */
export function renderMilestonesIcs(source: CalendarSource): string {
	const { site, about, rules, milestones } = source;
	const today = dayOf(about.pulledAt);
	const calendar = ical({
		// The generator writes these two as they are.
		name: escape(nameCalendar(source), false),
		description: escape(describeCalendar(source), false),
		prodId: {
			company: escape(toPlainLine(site.team, longestTitle), false),
			product: 'handbook',
			language: 'EN',
		},
		ttl: dayInSeconds,
	});
	const shown = findCalendarMilestones(milestones, rules, today);
	for (const event of findMilestoneEvents(shown, { ...source, today })) {
		calendar.createEvent(toIcalEvent(event, source));
	}
	// The generator leaves out the end of the last line, which the format asks for.
	return `${calendar.toString()}\r\n`;
}

function toIcalEvent(event: MilestoneEvent, source: CalendarSource): ICalEventData {
	const { site, about } = source;
	const path =
		event.kind === 'retrospective'
			? ['retrospectives', event.of]
			: ['milestones', event.of, event.kind];
	return {
		id: toEventUid(site, path),
		start: event.day,
		// The end is the first day that is not in.
		end: addDays(event.day, 1),
		allDay: true,
		summary: nameEvent(event, source),
		description: describeEvent(event, source),
		url: event.url === null ? null : toUri(event.url),
		transparency: ICalEventTransparency.TRANSPARENT,
		stamp: about.pulledAt,
		lastModified: datedAt(about),
		sequence: daysBetween(firstDay, dayOf(about.pulledAt)),
	};
}

function nameEvent({ kind, of }: MilestoneEvent, { about, rules }: CalendarSource): string {
	const { name } = wordsOf(kind, rules);
	const whole = kind === 'retrospective' ? name : `${toPlainLine(of, longestTitle)} ${name}`;
	return about.sample ? `Sample: ${whole}` : whole;
}

function describeEvent(event: MilestoneEvent, { about, rules }: CalendarSource): string {
	return [
		...(about.sample ? ['Sample data: this day is invented.'] : []),
		wordsOf(event.kind, rules).meaning,
		describeOrigin(event, rules),
		// The day of a retrospective is from the rules alone.
		...(event.kind === 'retrospective' ? [] : [`As of ${dayOf(datedAt(about))}.`]),
	].join('\n');
}

/** When GitLab gave the milestones: before the last pull, where it has failed since. */
function datedAt({ lists, pulledAt }: CalendarSource['about']): IsoInstant {
	return isPulled(lists.milestones) ? lists.milestones.pulledAt : pulledAt;
}

function nameCalendar({ site, about, rules }: CalendarSource): string {
	const name = sayingOf(rules)`Milestones of ${toPlainLine(site.team, longestTitle)}`;
	return about.sample ? `${name} (sample data)` : name;
}

function describeCalendar({ site, about, rules }: CalendarSource): string {
	const { state } = about.lists.milestones;
	const say = sayingOf(rules);
	const data =
		state === 'missing'
			? say(describeMissing(about.lists.milestones, 'the milestones'))
			: say`Milestones from GitLab, as of ${dayOf(datedAt(about))}${state === 'stale' ? '; it has not returned them since' : ''}.`;
	const from = `From ${toPlainLine(site.title, longestTitle)}.`;
	return [from, data, ...(about.sample ? ['All data is invented.'] : [])].join(' ');
}

/** The generator escapes addresses as text, which would change them. */
function toUri(url: string): string {
	return new URL(url).href.replaceAll(',', '%2C').replaceAll(';', '%3B').replaceAll('\\', '%5C');
}
