/** A bare page of a shop. @param blocks tags to put on it, with attributes: `loyalty-board board=top` */
export const hostPage = (lang: string, blocks: readonly string[]): string => `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>A shop</title>
    <link rel="icon" href="/favicon.ico" />
    <script
      type="module"
      src="/loyalty/loyalty.js"
      data-endpoint="/loyalty/v1/pk_stage"
      data-token-url="/token"
    ></script>
  </head>
  <body>
    <main>
      <h1>A shop</h1>
      ${blocks.map((block) => `<${block}></${block.split(' ')[0] ?? ''}>`).join('\n')}
    </main>
  </body>
</html>`;
