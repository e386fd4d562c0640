import { sayingOf } from '#core/plan/plan-noun.ts';
import { siteData } from '#site-data.ts';

/** What pages write of milestones, in the words of the team's plan. Read once, when the build starts. */
export const say = sayingOf((await siteData()).registry.plan);
