import { createLetterService } from '../../../../dist/library.mjs';

const service = createLetterService();

addEventListener('message', async ({ data: { id, text } }: MessageEvent<{ id: number; text: string }>) => {
  const { problems } = await service.checkLanguage(text);
  const blocks = service.parse(text).blocks.map(({ item, outcome }) => ({ item, outcome }));
  postMessage({
    id,
    blocks,
    problems: problems.map(({ code, severity, message, help, item, start, end }) => ({
      code,
      severity,
      message,
      help,
      item,
      start,
      end,
    })),
  });
});
