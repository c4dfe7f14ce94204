/// The style sheets of the pages.
enum PageStyle {
  /// What all pages share: paper, ink, type, links.
  static let common = """
    :root {
      color-scheme: light dark;
      --paper: #faf8f4; --card: #ffffff; --ink: #23211e; --soft: #676259; --line: #ddd7ca; --mark: #f1ece1;
      --link: #1d4f7c; --shadow: 0 1px 2px rgb(60 50 30 / .07);
      --good: #1d6b3f; --good-bg: #e0f1e5; --soon: #1f5391; --soon-bg: #e1ecf9; --talk: #7a5200; --talk-bg: #f8ecd0;
      --bad: #9a2a22; --bad-bg: #fae3e0; --calm: #5b4a86; --calm-bg: #ece7f7;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
      --serif: "Iowan Old Style", "PT Serif", "Noto Serif", Cambria, "DejaVu Serif", serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #171614; --card: #211f1c; --ink: #e9e5dc; --soft: #a8a196; --line: #3b3731; --mark: #2a2723;
        --link: #8fbfe8; --shadow: none;
        --good: #93d5aa; --good-bg: #1d3527; --soon: #a3c8f2; --soon-bg: #1d2e44; --talk: #e7c680; --talk-bg: #3a2f17;
        --bad: #f0a59d; --bad-bg: #432320; --calm: #c9bcec; --calm-bg: #2f2842;
      }
    }
    *, ::before, ::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 4rem; }
    body {
      margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--sans);
      overflow-wrap: break-word; text-rendering: optimizeLegibility;
    }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; }
    a:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible {
      outline: 2px solid var(--link); outline-offset: 2px;
    }
    .page { max-width: 62rem; margin: 0 auto; padding: 1.25rem 1rem 4rem; }
    header h1 { font: 600 clamp(1.75rem, 6vw, 2.6rem)/1.15 var(--serif); margin: .4rem 0 .3rem; letter-spacing: -.01em; }
    header .overview { color: var(--soft); margin: 0 0 1.25rem; }
    h2, h3, h4 { line-height: 1.25; }
    ul, ol { padding: 0; margin: 0; list-style: none; }
    .source, .soft { color: var(--soft); font-size: .875rem; }
    .source a { color: inherit; }
    .source a:hover { color: var(--link); }
    .empty { color: var(--soft); font-style: italic; }
    [hidden] { display: none !important; }
    footer { color: var(--soft); font-size: .875rem; border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; }
    .status {
      display: inline-block; max-width: 100%; overflow-wrap: anywhere; font-size: .78rem; font-weight: 600; line-height: 1.2; padding: .22em .6em; border-radius: 1em;
      color: var(--tone, var(--calm)); background: var(--tone-bg, var(--calm-bg));
    }
    .signed, .adopted, .ratified, .in-force { --tone: var(--good); --tone-bg: var(--good-bg); }
    .planned, .proposed { --tone: var(--soon); --tone-bg: var(--soon-bg); }
    .discussed, .negotiated { --tone: var(--talk); --tone-bg: var(--talk-bg); }
    .terminated, .breached { --tone: var(--bad); --tone-bg: var(--bad-bg); }
    .extended { --tone: var(--calm); --tone-bg: var(--calm-bg); }
    .filter { display: grid; gap: .5rem; grid-template-columns: repeat(2, minmax(0, 1fr)); margin: 0 0 1.5rem; }
    .filter input, .filter select {
      font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
      padding: .5rem .65rem; width: 100%; min-width: 0; min-height: 2.75rem;
    }
    .filter .words, .filter output { grid-column: 1 / -1; }
    .filter output { color: var(--soft); font-size: .875rem; }
    .filter .facts { display: flex; align-items: center; gap: .5rem; font-size: .9rem; }
    .filter .facts input { width: 1.2rem; min-height: 0; height: 1.2rem; margin: 0; }
    @media (min-width: 46rem) {
      .page { padding: 2.5rem 2rem 6rem; }
      .filter { grid-template-columns: repeat(4, minmax(0, 1fr)); }
    }
    @media print {
      body { background: none; font-size: 10pt; } .filter, nav { display: none; } a { color: inherit; }
    }
    """

  /// The axis of time and what hangs on it.
  static let timeline = """
    .year { margin-top: 1.5rem; }
    .year > h2 {
      font: 600 1.6rem/1.2 var(--serif); margin: 0; padding: .4rem 0; position: sticky; top: 0; z-index: 1;
      background: var(--paper); font-variant-numeric: lining-nums;
    }
    .axis { border-left: 2px solid var(--line); margin-left: .4rem; padding: .25rem 0 .5rem 1.25rem; }
    .month {
      font-size: .8rem; font-weight: 600; letter-spacing: .08em; text-transform: uppercase; color: var(--soft);
      margin: 1.1rem 0 .6rem; position: relative;
    }
    .month:first-child { margin-top: .3rem; }
    .month::before {
      content: ""; position: absolute; left: -1.25rem; top: .65em; width: .75rem; border-top: 2px solid var(--line);
    }
    .entry { position: relative; margin: 0 0 1rem; }
    .entry::before {
      content: ""; position: absolute; left: calc(-1.25rem - 1px - .4rem); top: 1.2rem; width: .8rem; height: .8rem;
      border-radius: 50%; background: var(--tone, var(--calm)); border: 3px solid var(--paper);
      box-shadow: 0 0 0 1px var(--tone, var(--calm));
    }
    .agreement {
      background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: .9rem 1rem 1rem;
      box-shadow: var(--shadow);
    }
    .when { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .6rem; margin: 0; font-size: .9rem; }
    .when time { font-weight: 600; }
    .type { color: var(--soft); max-width: 100%; overflow-wrap: anywhere; }
    .agreement h4 { font: 600 1.2rem/1.3 var(--serif); margin: .5rem 0 .55rem; hyphens: auto; }
    .agreement h4::first-letter { text-transform: uppercase; }
    .parties { display: flex; flex-wrap: wrap; gap: .35rem; margin: .3rem 0 .6rem; }
    .parties li {
      background: var(--mark); border-radius: .45rem; padding: .2rem .55rem; font-size: .92rem; line-height: 1.35;
      max-width: 100%;
    }
    .parties abbr, .names abbr {
      color: var(--soft); font-size: .75rem; font-weight: 600; letter-spacing: .03em; text-decoration: none;
      margin-left: .2rem;
    }
    .details { margin: .35rem 0; display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .15rem .75rem; font-size: .94rem; }
    .details dt { color: var(--soft); }
    .details dd { margin: 0; hyphens: auto; }
    .role { color: var(--soft); }
    blockquote {
      font: 1.02rem/1.55 var(--serif); margin: .75rem 0 .6rem; padding-left: .8rem; border-left: 3px solid var(--line);
      hyphens: auto;
    }
    blockquote p { margin: 0; }
    .source { margin: .35rem 0 0; }
    details.more { margin-top: .4rem; }
    details.more summary { cursor: pointer; color: var(--soft); font-size: .875rem; padding: .2rem 0; }
    .fact { padding: .15rem 0 .15rem .1rem; }
    .fact::before {
      width: .5rem; height: .5rem; left: calc(-1.25rem - 1px - .25rem); top: .6rem; background: var(--soft);
      box-shadow: none; border: 0;
    }
    .fact .sentence { margin: .1rem 0; hyphens: auto; }
    .fact .when time { color: var(--soft); }
    .names { color: var(--soft); font-size: .875rem; margin: .1rem 0 0; }
    @media (min-width: 46rem) {
      .year { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); margin-top: 0; }
      .year > h2 { font-size: 2rem; align-self: start; top: 1rem; padding: 0 1rem 0 0; text-align: right; }
      .axis { padding-left: 1.75rem; padding-bottom: 2rem; margin-left: 0; }
      .month::before { left: -1.75rem; width: 1.1rem; }
      .entry::before { left: calc(-1.75rem - 1px - .4rem); }
      .fact::before { left: calc(-1.75rem - 1px - .25rem); }
      .agreement { padding: 1.1rem 1.4rem 1.2rem; }
    }
    @media print { .agreement { break-inside: avoid; box-shadow: none; } .year > h2 { position: static; } }
    """

  /// The lists of names.
  static let index = """
    .sections { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1rem; }
    .sections a {
      background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .8rem; text-decoration: none;
    }
    .sections span { color: var(--soft); font-size: .85rem; }
    .filter { grid-template-columns: 1fr; margin-bottom: .5rem; }
    section > h2 { font: 600 1.7rem/1.2 var(--serif); margin: 2.5rem 0 .5rem; }
    .letters {
      display: flex; flex-wrap: wrap; gap: .1rem; position: sticky; top: 0; z-index: 1; background: var(--paper);
      padding: .4rem 0; margin-left: -.5rem; border-bottom: 1px solid var(--line);
    }
    .letters a { min-width: 2.1rem; padding: .3rem .45rem; text-align: center; text-decoration: none; border-radius: .4rem; }
    .letters .opens { margin-left: .9rem; }
    .letters a:hover, .sections a:hover { background: var(--mark); }
    .letter { font: 600 1.15rem/1 var(--serif); color: var(--soft); margin: 1.6rem 0 .3rem; scroll-margin-top: 5.5rem; }
    .item { border-top: 1px solid var(--line); padding: .8rem 0; scroll-margin-top: 5.5rem; }
    .item:target { background: var(--mark); box-shadow: 0 0 0 .6rem var(--mark); }
    .item p { margin: .15rem 0; hyphens: auto; }
    .item h4 { font-weight: 400; font-size: 1.05rem; margin: 0 0 .1rem; hyphens: auto; }
    .item h4 b { font-weight: 650; }
    .seen { margin-top: .35rem; }
    .seen li { margin: 0 0 .6rem; }
    .seen a { overflow-wrap: anywhere; }
    .seen .soft { display: block; }
    .seen q { display: block; font: .98rem/1.5 var(--serif); color: var(--ink); quotes: none; hyphens: auto; }
    .see { color: var(--soft); margin: .5rem 0; }
    details.more summary { cursor: pointer; color: var(--soft); font-size: .875rem; padding: .3rem 0; }
    @media (min-width: 46rem) {
      .item { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 0 2rem; }
      .item > * { grid-column: 2; }
      .item > .head { grid-column: 1; grid-row: 1 / span 3; }
      .seen { margin-top: 0; }
      .seen li:last-child { margin-bottom: 0; }
    }
    @media print { .letters { display: none; } .item { break-inside: avoid; } }
    """
}
