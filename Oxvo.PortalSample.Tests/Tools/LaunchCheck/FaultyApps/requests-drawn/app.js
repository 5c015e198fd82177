for (let article = 0; article < 60; article++) new Image().src = `/article.svg?number=${article}`;
