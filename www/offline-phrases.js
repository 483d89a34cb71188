// What is said about reading without a network. Fetched with `offline.js`; the other phrases are in src/strings.

// The tag of a language may be a name that every object knows, so this one knows none.
const PHRASES = {
  __proto__: null,
  nb: {
    name: "Les uten nett",
    away: () => "Lagrer alle dokumentene på denne enheten, så alt virker uten nett. Ingenting er lagret ennå.",
    keeping: ({ done, of }) => (of ? `Lagrer … ${done} av ${of} filer.` : "Lagrer …"),
    kept: () => "Alt er lagret på denne enheten og virker uten nett.",
    removed: () => "Fjernet. Ingenting er lagret.",
    refused: () => "Nettleseren ga ikke plass til å lagre. Alt virker som før så lenge du har nett.",
    "not-fetched": () => "Det lot seg ikke lagre, og ingenting er lagret. Sjekk nettforbindelsen. Alt virker som før så lenge du har nett.",
    unable: () => "Denne nettleseren kan ikke lagre sidene her.",
    remove: "Fjern fra enheten",
    newer: "En nyere utgave er klar.",
    turn: "Oppdater",
    later: "Senere",
    file: "Last ned alt som én fil",
    fileAbout: "Den åpnes i en nettleser, også fra en minnepinne.",
  },
  nn: {
    name: "Les utan nett",
    away: () => "Lagrar alle dokumenta på denne eininga, så alt verkar utan nett. Ingenting er lagra enno.",
    keeping: ({ done, of }) => (of ? `Lagrar … ${done} av ${of} filer.` : "Lagrar …"),
    kept: () => "Alt er lagra på denne eininga og verkar utan nett.",
    removed: () => "Fjerna. Ingenting er lagra.",
    refused: () => "Nettlesaren gav ikkje plass til å lagre. Alt verkar som før så lenge du har nett.",
    "not-fetched": () => "Det let seg ikkje lagre, og ingenting er lagra. Sjekk nettsambandet. Alt verkar som før så lenge du har nett.",
    unable: () => "Denne nettlesaren kan ikkje lagre sidene her.",
    remove: "Fjern frå eininga",
    newer: "Ei nyare utgåve er klar.",
    turn: "Oppdater",
    later: "Seinare",
    file: "Last ned alt som éi fil",
    fileAbout: "Ho blir opna i ein nettlesar, også frå ein minnepinne.",
  },
  en: {
    name: "Read without a network",
    away: () => "Keeps all documents on this device, so that everything works without a network. Nothing is kept yet.",
    keeping: ({ done, of }) => (of ? `Keeping … ${done} of ${of} files.` : "Keeping …"),
    kept: () => "Everything is kept on this device and works without a network.",
    removed: () => "Removed. Nothing is kept.",
    refused: () => "The browser gave no room to keep the pages. Everything works as before while you have a network.",
    "not-fetched": () => "That did not work, and nothing is kept. Check the connection. Everything works as before while you have a network.",
    unable: () => "This browser cannot keep the pages here.",
    remove: "Remove from the device",
    newer: "A newer version is ready.",
    turn: "Update",
    later: "Later",
    file: "Download everything as one file",
    fileAbout: "It opens in a browser, also from a memory stick.",
  },
};

/** The phrases in the language of a tag such as `nn-NO`, else in bokmål. */
export function phrases(tag) {
  return PHRASES[tag.toLowerCase().split("-")[0]] ?? PHRASES.nb;
}
