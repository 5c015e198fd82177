fetch('/catalogue.json').then((answer) => answer.text()).catch(() => {});
