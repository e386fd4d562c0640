import { docsSchema } from '@astrojs/starlight/schema';
import { Page } from '#model/page.ts';

const toSchema = docsSchema({ extend: Page });
let made: ReturnType<typeof toSchema> | undefined;

/**
 * The front matter of a page. It's made once: with all names of icons in it, to make one for each page
 * took longer than to read them. What is handed to it reads the picture of a hero, whose path begins with `./`.
 */
export const pageSchema: typeof toSchema = (context) => (made ??= toSchema(context));
