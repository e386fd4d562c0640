import { docsSchema } from '@astrojs/starlight/schema';
import { Page } from '#model/page.ts';

/** What stands in the front matter of a page. */
export const pageSchema = docsSchema({ extend: Page });
