<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>AnswerStore</name>
    <message>
        <source>The answers cannot be kept: %1. Nothing was predicted.</source>
        <translation>Die Antworten können nicht aufbewahrt werden: %1. Es wurde nichts vorhergesagt.</translation>
    </message>
    <message>
        <source>The answers cannot be kept any longer: %1. Those before are shown. Make room, then predict the rest.</source>
        <translation>Die Antworten können nicht länger aufbewahrt werden: %1. Die bisherigen werden gezeigt. Schaffen Sie Platz und sagen Sie dann den Rest vorher.</translation>
    </message>
    <message>
        <source>An answer cannot be read back from the disk. Predict again to see it.</source>
        <translation>Eine Antwort kann nicht vom Datenträger zurückgelesen werden. Sagen Sie erneut vorher, um sie zu sehen.</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>No backup was made: the disk at %1 has too little room. The project is unharmed. Free some space.</source>
        <translation>Es wurde keine Sicherung angelegt: Auf dem Datenträger unter %1 ist zu wenig Platz. Das Projekt ist unversehrt. Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>No backup was made: the folder %1 cannot be written to. The project is unharmed.</source>
        <translation>Es wurde keine Sicherung angelegt: In den Ordner %1 kann nicht geschrieben werden. Das Projekt ist unversehrt.</translation>
    </message>
    <message>
        <source>No backup was made: the copy in %1 is not sound. The project is unharmed; check that disk.</source>
        <translation>Es wurde keine Sicherung angelegt: Die Kopie in %1 ist nicht heil. Das Projekt ist unversehrt; prüfen Sie diesen Datenträger.</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>The card of this version is damaged: its concepts are not numbered from 0.</source>
        <translation>Die Modellkarte dieser Version ist beschädigt: Ihre Konzepte sind nicht ab 0 nummeriert.</translation>
    </message>
    <message>
        <source>The card of this version is not one: it cannot be loaded. Train a new version.</source>
        <translation>Die Modellkarte dieser Version ist keine: Sie kann nicht geladen werden. Trainieren Sie eine neue Version.</translation>
    </message>
    <message>
        <source>“%1” was trained by a newer program (%2). Open it with that one.</source>
        <translation>„%1“ wurde mit einem neueren Programm (%2) trainiert. Öffnen Sie die Version mit diesem.</translation>
    </message>
    <message>
        <source>The card of the version, %1, cannot be read (%2). Without it the weights cannot be used; train a new version.</source>
        <translation>Die Modellkarte der Version, %1, kann nicht gelesen werden (%2). Ohne sie sind die Gewichte nicht nutzbar; trainieren Sie eine neue Version.</translation>
    </message>
    <message>
        <source>The card of the version, %1, is damaged. Train a new version.</source>
        <translation>Die Modellkarte der Version, %1, ist beschädigt. Trainieren Sie eine neue Version.</translation>
    </message>
    <message>
        <source>The card of this version says something that cannot be (%1), so it cannot be loaded. Train a new version.</source>
        <translation>Die Modellkarte dieser Version sagt etwas, das nicht sein kann (%1), daher kann sie nicht geladen werden. Trainieren Sie eine neue Version.</translation>
    </message>
    <message>
        <source>This version wants its pictures prepared in a way that this program does not know (%1). Open it with the program that trained it.</source>
        <translation>Diese Version will ihre Bilder auf eine Weise vorbereitet haben, die dieses Programm nicht kennt (%1). Öffnen Sie sie mit dem Programm, das sie trainiert hat.</translation>
    </message>
    <message numerus="yes">
        <source>The card of “%1” names %Ln concept(s), more than its weights file %2 can hold: they do not belong together. Train a new version.</source>
        <translation>
            <numerusform>Die Modellkarte von „%1“ nennt %Ln Konzept, mehr als ihre Gewichtsdatei %2 fassen kann: Sie gehören nicht zusammen. Trainieren Sie eine neue Version.</numerusform>
            <numerusform>Die Modellkarte von „%1“ nennt %Ln Konzepte, mehr als ihre Gewichtsdatei %2 fassen kann: Sie gehören nicht zusammen. Trainieren Sie eine neue Version.</numerusform>
        </translation>
    </message>
    <message>
        <source>The card of the version could not be saved to %1 : %2. The weights beside it are unharmed.</source>
        <translation>Die Modellkarte der Version konnte nicht nach %1 gespeichert werden: %2. Die Gewichte daneben sind unversehrt.</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>es gibt keine solche Datei</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>sie ist keine gewöhnliche Datei</translation>
    </message>
</context>
<context>
    <name>DataExport</name>
    <message>
        <source>the folder could not be made</source>
        <translation>der Ordner ließ sich nicht anlegen</translation>
    </message>
    <message>
        <source>something else has taken its name meanwhile</source>
        <translation>inzwischen trägt etwas anderes diesen Namen</translation>
    </message>
    <message>
        <source>Nobody has looked at any of these pictures in “%1”, so there is nothing to export. Nothing was written. Annotate some, or export pictures that nobody has looked at too.</source>
        <translation>Keines dieser Bilder wurde in „%1“ angesehen, daher gibt es nichts zu exportieren. Nichts wurde geschrieben. Annotieren Sie einige, oder exportieren Sie auch Bilder, die niemand angesehen hat.</translation>
    </message>
    <message>
        <source>No picture of “%1” is among what shall be exported. Nothing was written. Choose other pictures.</source>
        <translation>Unter dem, was exportiert werden soll, ist kein Bild von „%1“. Nichts wurde geschrieben. Wählen Sie andere Bilder.</translation>
    </message>
    <message>
        <source>The export needs about %1, and %2 are free on the disk of “%3”. Nothing was written. Make room, choose another place, or let the pictures stay where they are.</source>
        <translation>Der Export braucht etwa %1, und auf dem Datenträger von „%3“ sind %2 frei. Nichts wurde geschrieben. Schaffen Sie Platz, wählen Sie einen anderen Ort, oder lassen Sie die Bilder, wo sie sind.</translation>
    </message>
    <message>
        <source>None of the pictures can be read: %1 Nothing was written. Bring the files back, or show the project where they are.</source>
        <translation>Keines der Bilder ist lesbar: %1 Nichts wurde geschrieben. Bringen Sie die Dateien zurück, oder zeigen Sie dem Projekt, wo sie sind.</translation>
    </message>
    <message>
        <source>Looking at the pictures</source>
        <translation>Bilder werden angesehen</translation>
    </message>
    <message>
        <source>Copying pictures</source>
        <translation>Bilder werden kopiert</translation>
    </message>
    <message>
        <source>Writing annotations</source>
        <translation>Annotationen werden geschrieben</translation>
    </message>
    <message>
        <source>Reading the export back</source>
        <translation>Der Export wird zurückgelesen</translation>
    </message>
    <message>
        <source>This view is no longer in the project. Nothing was written.</source>
        <translation>Diese Ansicht ist nicht mehr im Projekt. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>“%1” lies inside the project, which keeps its own files there. Nothing was written. Choose a folder outside of it.</source>
        <translation>„%1“ liegt im Projekt, das dort seine eigenen Dateien hält. Nichts wurde geschrieben. Wählen Sie einen Ordner außerhalb.</translation>
    </message>
    <message>
        <source>There is already something at “%1”, and nothing is overwritten. Nothing was written. Choose another name, or an empty folder.</source>
        <translation>Unter „%1“ ist schon etwas, und nichts wird überschrieben. Nichts wurde geschrieben. Wählen Sie einen anderen Namen oder einen leeren Ordner.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln Rahmen</numerusform>
            <numerusform>%Ln Rahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln Antwort</numerusform>
            <numerusform>%Ln Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>Written, and not proved, since it could not be read back: %1</source>
        <translation>Geschrieben und nicht geprüft, da es sich nicht zurücklesen ließ: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) out</source>
        <translation>
            <numerusform>%Ln Bild geschrieben</numerusform>
            <numerusform>%Ln Bilder geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Written, and what is read back differs: %1, %2 read back; %3 out, %4 read back. %5</source>
        <translation>Geschrieben, doch was zurückgelesen wird, weicht ab: %1, %2 zurückgelesen; %3 geschrieben, %4 zurückgelesen. %5</translation>
    </message>
    <message>
        <source>%1, %2 read back; %3, all of them equal.</source>
        <translation>%1, %2 zurückgelesen; %3, alle gleich.</translation>
    </message>
    <message>
        <source>%1, %2 read back; %3, all coordinates equal.</source>
        <translation>%1, %2 zurückgelesen; %3, alle Koordinaten gleich.</translation>
    </message>
    <message>
        <source>%1, %2 read back; %3, largest coordinate difference %4 px (rounding of the format).</source>
        <translation>%1, %2 zurückgelesen; %3, größter Unterschied der Koordinaten %4 px (Rundung des Formats).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) could not go out.</source>
        <translation>
            <numerusform>%Ln Bild konnte nicht exportiert werden.</numerusform>
            <numerusform>%Ln Bilder konnten nicht exportiert werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) that nobody has looked at were left out.</source>
        <translation>
            <numerusform>%Ln Bild, das niemand angesehen hat, wurde ausgelassen.</numerusform>
            <numerusform>%Ln Bilder, die niemand angesehen hat, wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) were written as PNG.</source>
        <translation>
            <numerusform>%Ln Bild wurde als PNG geschrieben.</numerusform>
            <numerusform>%Ln Bilder wurden als PNG geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) got another name, since theirs was taken or is not possible everywhere.</source>
        <translation>
            <numerusform>%Ln Bild bekam einen anderen Namen, da seiner vergeben oder nicht überall möglich ist.</numerusform>
            <numerusform>%Ln Bilder bekamen einen anderen Namen, da ihrer vergeben oder nicht überall möglich ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln box(es) lie exactly on another one of their concept; readers may take them for one.</source>
        <translation>
            <numerusform>%Ln Rahmen liegt genau auf einem anderen seines Konzepts; Leser können beide für einen halten.</numerusform>
            <numerusform>%Ln Rahmen liegen genau auf einem anderen ihres Konzepts; Leser können sie für einen halten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Names of concepts: %1.</source>
        <translation>Namen von Konzepten: %1.</translation>
    </message>
    <message>
        <source>“%1” is called “%2” there</source>
        <translation>„%1“ heißt dort „%2“</translation>
    </message>
    <message>
        <source>The file is not where it was.</source>
        <translation>Die Datei ist nicht mehr, wo sie war.</translation>
    </message>
    <message>
        <source>The file is another one than the project knows.</source>
        <translation>Die Datei ist eine andere als die, die das Projekt kennt.</translation>
    </message>
    <message>
        <source>No data is written in a format “%1”. Nothing was written. These are: %2.</source>
        <translation>In einem Format „%1“ werden keine Daten geschrieben. Nichts wurde geschrieben. Möglich sind: %2.</translation>
    </message>
    <message>
        <source>%1 cannot hold what “%2” says of its pictures. Nothing was written. Choose another format.</source>
        <translation>%1 kann nicht aufnehmen, was „%2“ über seine Bilder sagt. Nichts wurde geschrieben. Wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>%1 finds pictures by the place where they lie, so they cannot stay where they are. Nothing was written. Let them be copied.</source>
        <translation>%1 findet Bilder an dem Ort, an dem sie liegen, daher können sie nicht bleiben, wo sie sind. Nichts wurde geschrieben. Lassen Sie sie kopieren.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) that the camera only marked as turned were written upright, without metadata.</source>
        <translation>
            <numerusform>%Ln Bild, das die Kamera nur als gedreht vermerkt hat, wurde aufrecht geschrieben, ohne Metadaten.</numerusform>
            <numerusform>%Ln Bilder, die die Kamera nur als gedreht vermerkt hat, wurden aufrecht geschrieben, ohne Metadaten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>%1 exists already. Nothing was changed; choose another place.</source>
        <translation>%1 gibt es schon. Es wurde nichts geändert; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 is missing, so this is no Oriel project. Nothing was changed.</source>
        <translation>%1 fehlt, also ist dies kein Oriel-Projekt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 is not the database of an Oriel project. Nothing was changed.</source>
        <translation>%1 ist nicht die Datenbank eines Oriel-Projekts. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This project was made by a newer Oriel (project format %1, this one reads %2). The project was not changed. Install the newer program, or open a backup from before.</source>
        <translation>Dieses Projekt wurde mit einem neueren Oriel angelegt (Projektformat %1, dieses hier liest %2). Das Projekt wurde nicht geändert. Installieren Sie das neuere Programm, oder öffnen Sie eine frühere Sicherung.</translation>
    </message>
    <message>
        <source>This project was made by an older Oriel. Open it once for writing, which brings it up to date.</source>
        <translation>Dieses Projekt wurde mit einem älteren Oriel angelegt. Öffnen Sie es einmal zum Schreiben; das bringt es auf den neuesten Stand.</translation>
    </message>
    <message>
        <source>The project has to be brought up to date, but no copy of it could be made before, so nothing was changed. Free some space in %1 and open it again.</source>
        <translation>Das Projekt muss auf den neuesten Stand gebracht werden, doch zuvor ließ sich keine Kopie davon anlegen. Darum wurde nichts geändert. Schaffen Sie Platz in %1, und öffnen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 lies where nothing can be written, and there is no room in %2 for the copy that it is read from. Nothing was changed. Free some space there.</source>
        <translation>%1 liegt dort, wo nichts geschrieben werden kann, und in %2 ist kein Platz für die Kopie, aus der gelesen wird. Nichts wurde geändert. Schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <source>%1 is being written to. Nothing was changed; try again in a moment.</source>
        <translation>%1 wird gerade geschrieben. Nichts wurde geändert; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The project database %1 cannot be opened. Nothing was changed. Is its disk still there, and may you read it?</source>
        <translation>Die Projektdatenbank %1 kann nicht geöffnet werden. Nichts wurde geändert. Ist ihr Datenträger noch da, und dürfen Sie sie lesen?</translation>
    </message>
    <message>
        <source>%1 says that it has project format %2, which no Oriel writes, so it is damaged. It was not changed. Go back to a backup of it.</source>
        <translation>%1 gibt das Projektformat %2 an, das kein Oriel schreibt, ist also beschädigt. Die Datei wurde nicht geändert. Gehen Sie zu einer Sicherung zurück.</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>This computer shows no graphics card that Oriel could compute on. Trainings run on the processor; nothing is missing for that.</source>
        <translation>Dieser Rechner zeigt keine Grafikkarte, auf der Oriel rechnen könnte. Trainings laufen auf dem Prozessor; dafür fehlt nichts.</translation>
    </message>
    <message>
        <source>%1 graphics card</source>
        <translation>Grafikkarte von %1</translation>
    </message>
    <message>
        <source>Oriel computes on NVIDIA&apos;s cards and on Apple&apos;s processors. Trainings run on the processor here; nothing else is missing.</source>
        <translation>Oriel rechnet auf Karten von NVIDIA und auf Prozessoren von Apple. Trainings laufen hier auf dem Prozessor; sonst fehlt nichts.</translation>
    </message>
    <message>
        <source>This copy of Oriel was built for the processor alone: its libtorch knows no graphics cards. Trainings run on the processor, only slower. To use the card, take an Oriel that was built with a CUDA libtorch.</source>
        <translation>Dieses Oriel wurde nur für den Prozessor gebaut: Sein libtorch kennt keine Grafikkarten. Trainings laufen auf dem Prozessor, nur langsamer. Für die Karte nehmen Sie ein Oriel, das mit einem CUDA-libtorch gebaut wurde.</translation>
    </message>
    <message>
        <source>No driver of NVIDIA is running. Trainings run on the processor. Install driver %1 or a newer one, then start Oriel again.</source>
        <translation>Es läuft kein Treiber von NVIDIA. Trainings laufen auf dem Prozessor. Installieren Sie den Treiber %1 oder einen neueren, und starten Sie Oriel neu.</translation>
    </message>
    <message>
        <source>Its driver is %1, and %2 or newer is needed. Trainings run on the processor, only slower. Update the driver, then run the self-test.</source>
        <translation>Ihr Treiber ist %1, nötig ist %2 oder neuer. Trainings laufen auf dem Prozessor, nur langsamer. Erneuern Sie den Treiber, und führen Sie dann den Selbsttest aus.</translation>
    </message>
    <message>
        <source>You may not open %1, through which programs use the card. Trainings run on the processor. Ask who looks after this computer for the right to it (often the group “video” or “render”), then log in again.</source>
        <translation>Sie dürfen %1 nicht öffnen, worüber Programme die Karte benutzen. Trainings laufen auf dem Prozessor. Bitten Sie, wer diesen Rechner betreut, um das Recht dazu (oft die Gruppe „video“ oder „render“), und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Driver %1 is new enough, yet libtorch does not find the card: it may be too old for this libtorch, or hidden by the variable CUDA_VISIBLE_DEVICES. Trainings run on the processor.</source>
        <translation>Der Treiber %1 ist neu genug, doch libtorch findet die Karte nicht: Sie ist vielleicht zu alt für dieses libtorch oder durch die Variable CUDA_VISIBLE_DEVICES verborgen. Trainings laufen auf dem Prozessor.</translation>
    </message>
</context>
<context>
    <name>Disk</name>
    <message>
        <source>the disk %1 is full (%2 are free)</source>
        <translation>der Datenträger %1 ist voll (%2 sind frei)</translation>
    </message>
    <message>
        <source>the disk %1 takes no more, though some of it is free: what you may use of it, or its number of files, is used up</source>
        <translation>der Datenträger %1 nimmt nichts mehr an, obwohl auf ihm noch Platz ist: was Sie davon belegen dürfen oder die Zahl seiner Dateien ist erschöpft</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>This concept was deleted. Nothing was changed.</source>
        <translation>Dieses Konzept wurde gelöscht. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>“%1” belongs to another view. Nothing was changed.</source>
        <translation>„%1“ gehört zu einer anderen Ansicht. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A box must lie in the picture and be at least 1 pixel wide and high. Nothing was changed.</source>
        <translation>Ein Rahmen muss im Bild liegen und mindestens 1 Pixel breit und hoch sein. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Only pictures of a classification take exactly one concept. Nothing was changed.</source>
        <translation>Nur Bilder einer Klassifikation haben genau ein Konzept. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Only pictures of a tagging view take yes and no. Nothing was changed.</source>
        <translation>Nur Bilder einer Verschlagwortung nehmen Ja und Nein an. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A picture of a classification always has one concept; “without concept” is not possible. Nothing was changed.</source>
        <translation>Ein Bild einer Klassifikation hat immer ein Konzept; „ohne Konzept“ ist nicht möglich. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This view has no concept yet, so there is nothing to say no to. Nothing was changed.</source>
        <translation>Diese Ansicht hat noch kein Konzept, also gibt es nichts, wozu man Nein sagen könnte. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The picture has boxes, so it is not without concept. Nothing was changed; delete the boxes first.</source>
        <translation>Das Bild hat Rahmen, ist also nicht ohne Konzept. Es wurde nichts geändert; löschen Sie zuerst die Rahmen.</translation>
    </message>
    <message>
        <source>Only pictures of a detection take boxes. Nothing was changed.</source>
        <translation>Nur Bilder einer Erkennung nehmen Rahmen an. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This view was deleted. Nothing was changed.</source>
        <translation>Diese Ansicht wurde gelöscht. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A view is called “%1” already. Nothing was changed; choose another name.</source>
        <translation>Eine Ansicht heißt schon „%1“. Es wurde nichts geändert; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>This view has a concept “%1” already. Nothing was changed; choose another name.</source>
        <translation>Diese Ansicht hat schon ein Konzept „%1“. Es wurde nichts geändert; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“%1” is being trained or waits for it, so “%2” cannot be deleted. Nothing was changed; stop the training first.</source>
        <translation>„%1“ wird gerade trainiert oder wartet darauf, darum kann „%2“ nicht gelöscht werden. Es wurde nichts geändert; halten Sie zuerst das Training an.</translation>
    </message>
    <message>
        <source>“%1” is used by a condition of the view “%2”, so it was not deleted. Change the condition first.</source>
        <translation>„%1“ wird von einer Bedingung der Ansicht „%2“ benutzt und wurde darum nicht gelöscht. Ändern Sie zuerst die Bedingung.</translation>
    </message>
    <message>
        <source>The picture is no longer part of this view. Nothing was changed.</source>
        <translation>Das Bild gehört nicht mehr zu dieser Ansicht. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This box belongs to another picture. Nothing was changed.</source>
        <translation>Dieser Rahmen gehört zu einem anderen Bild. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Only pictures of a detection are marked as looked at. Nothing was changed.</source>
        <translation>Nur Bilder einer Detektion werden als angesehen markiert. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“%1” has %2 × %3 pixels now, and had %4 × %5, so its annotation does not fit any more. Nothing was changed; say that it is a new picture.</source>
        <translation>„%1“ hat jetzt %2 × %3 Pixel und hatte %4 × %5, daher passt die Annotation nicht mehr. Nichts wurde geändert; sagen Sie, dass es ein neues Bild ist.</translation>
    </message>
    <message>
        <source>This picture is no longer in the project. Nothing was changed.</source>
        <translation>Dieses Bild ist nicht mehr im Projekt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“%1” is not a file. Nothing was changed.</source>
        <translation>„%1“ ist keine Datei. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>EndTraining</name>
    <message>
        <source>Stop training</source>
        <translation>Training beenden</translation>
    </message>
    <message>
        <source>No epoch of &quot;%1&quot; has ended, so there is nothing to keep yet. Stop it all the same?</source>
        <translation>Noch keine Epoche von „%1“ ist zu Ende, es gibt also noch nichts zu behalten. Trotzdem beenden?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln training(s) that have not begun leave the queue and the Library: %1. Images and annotations stay.</source>
        <translation>
            <numerusform>%Ln Training, das noch nicht begonnen hat, verlässt die Warteschlange und die Bibliothek: %1. Bilder und Annotationen bleiben.</numerusform>
            <numerusform>%Ln Trainings, die noch nicht begonnen haben, verlassen die Warteschlange und die Bibliothek: %1. Bilder und Annotationen bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Aus der Warteschlange nehmen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>Evaluation</name>
    <message>
        <source>The stored evaluation of this version is damaged, so its numbers and single pictures cannot be shown. The rest of the version is unharmed; it can be judged again.</source>
        <translation>Die gespeicherte Bewertung dieser Version ist beschädigt, daher können ihre Zahlen und einzelne Bilder nicht gezeigt werden. Der Rest der Version ist unversehrt; sie kann neu bewertet werden.</translation>
    </message>
    <message>
        <source>What the version answers and what is annotated speak of different concepts, so one cannot be judged by the other. Nothing was changed.</source>
        <translation>Was die Version antwortet und was annotiert ist, spricht von verschiedenen Konzepten; das eine kann nicht am anderen gemessen werden. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>ImportIssue</name>
    <message>
        <source>The file is not a picture that can be read. It was left out.</source>
        <translation>Die Datei ist kein lesbares Bild. Sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Pictures of this kind are not read; convert it to JPEG or PNG. It was left out.</source>
        <translation>Bilder dieser Art werden nicht gelesen; wandeln Sie es in JPEG oder PNG um. Es wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The picture is larger than can be worked with. It was left out.</source>
        <translation>Das Bild ist größer, als sich verarbeiten lässt. Es wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The picture is smaller than 8 pixels on a side. It was left out.</source>
        <translation>Das Bild ist an einer Seite kleiner als 8 Pixel. Es wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The file cannot be opened. It was left out.</source>
        <translation>Die Datei kann nicht geöffnet werden. Sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The picture is not there: %1. What is said about it was left out.</source>
        <translation>Das Bild ist nicht da: %1. Was darüber gesagt wird, wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Several pictures have the name %1, and nothing tells which is meant. It was left out.</source>
        <translation>Mehrere Bilder heißen %1, und nichts sagt, welches gemeint ist. Es wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The file is of another kind than its name says. It was read as what it is.</source>
        <translation>Die Datei ist von anderer Art, als ihr Name sagt. Sie wurde als das gelesen, was sie ist.</translation>
    </message>
    <message>
        <source>The file holds several frames; the first is used.</source>
        <translation>Die Datei enthält mehrere Einzelbilder; das erste wird benutzt.</translation>
    </message>
    <message>
        <source>The picture has printing colours (CMYK); they were converted without a profile.</source>
        <translation>Das Bild hat Druckfarben (CMYK); sie wurden ohne Profil umgerechnet.</translation>
    </message>
    <message>
        <source>The picture uses only the lower 12 of its 16 bits and will look dark.</source>
        <translation>Das Bild nutzt nur die unteren 12 seiner 16 Bit und wird dunkel aussehen.</translation>
    </message>
    <message>
        <source>The only file of its kind here, often a “not found” placeholder. It is kept out of training until you accept it.</source>
        <translation>Die einzige Datei ihrer Art hier, oft ein Platzhalter für „nicht gefunden“. Mit ihr wird nicht trainiert, bis Sie sie annehmen.</translation>
    </message>
    <message>
        <source>A corner of the box is not a number. The box was left out (%1).</source>
        <translation>Eine Ecke des Rahmens ist keine Zahl. Der Rahmen wurde ausgelassen (%1).</translation>
    </message>
    <message>
        <source>The corners of the box were swapped; they were put in order (%1).</source>
        <translation>Die Ecken des Rahmens waren vertauscht; sie wurden geordnet (%1).</translation>
    </message>
    <message>
        <source>The box has no size. It was left out (%1).</source>
        <translation>Der Rahmen hat keine Größe. Er wurde ausgelassen (%1).</translation>
    </message>
    <message>
        <source>The box lies outside of the picture. It was left out (%1).</source>
        <translation>Der Rahmen liegt außerhalb des Bildes. Er wurde ausgelassen (%1).</translation>
    </message>
    <message>
        <source>The box reached beyond the picture and was cut at its edge (%1).</source>
        <translation>Der Rahmen reichte über das Bild hinaus und wurde an dessen Rand beschnitten (%1).</translation>
    </message>
    <message>
        <source>The box is less than 2 pixels wide or high (%1).</source>
        <translation>Der Rahmen ist weniger als 2 Pixel breit oder hoch (%1).</translation>
    </message>
    <message>
        <source>The same box stands there twice; one was kept (%1).</source>
        <translation>Derselbe Rahmen steht dort zweimal; einer wurde behalten (%1).</translation>
    </message>
    <message>
        <source>Two boxes of one concept lie nearly over each other; both were kept (%1).</source>
        <translation>Zwei Rahmen eines Konzepts liegen fast übereinander; beide wurden behalten (%1).</translation>
    </message>
    <message>
        <source>The boxes speak of the picture before it is turned upright; they were turned with it.</source>
        <translation>Die Rahmen beziehen sich auf das Bild, bevor es aufrecht gedreht wird; sie wurden mitgedreht.</translation>
    </message>
    <message>
        <source>The boxes speak of another size of the picture; they were scaled.</source>
        <translation>Die Rahmen beziehen sich auf eine andere Größe des Bildes; sie wurden umgerechnet.</translation>
    </message>
    <message>
        <source>Whether the boxes were drawn on the upright picture cannot be told; that was assumed.</source>
        <translation>Ob die Rahmen auf dem aufrechten Bild gezeichnet wurden, ist nicht zu erkennen; es wurde so angenommen.</translation>
    </message>
    <message>
        <source>The source states another size and shape than the picture has (%1). Its boxes were left out.</source>
        <translation>Die Quelle nennt eine andere Größe und Form, als das Bild hat (%1). Seine Rahmen wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Boxes became answers: yes for each concept with a box, no for the others (%1 pictures).</source>
        <translation>Aus Rahmen wurden Antworten: Ja für jedes Konzept mit einem Rahmen, Nein für die übrigen (%1 Bilder).</translation>
    </message>
    <message>
        <source>Shapes that are no upright boxes were replaced by the boxes around them (%1).</source>
        <translation>Formen, die keine aufrechten Rahmen sind, wurden durch die Rahmen um sie ersetzt (%1).</translation>
    </message>
    <message>
        <source>A point or line has no area. It was left out.</source>
        <translation>Ein Punkt oder eine Linie hat keine Fläche und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Parts inside of objects are not read; the objects are.</source>
        <translation>Teile innerhalb von Objekten werden nicht gelesen; die Objekte schon.</translation>
    </message>
    <message>
        <source>The file speaks of a picture of another name: %1.</source>
        <translation>Die Datei spricht von einem Bild anderen Namens: %1.</translation>
    </message>
    <message>
        <source>The text is not UTF-8; it was read as Windows-1252.</source>
        <translation>Der Text ist nicht UTF-8; er wurde als Windows-1252 gelesen.</translation>
    </message>
    <message>
        <source>The annotation file cannot be understood: %1. It was left out.</source>
        <translation>Die Annotationsdatei ist nicht zu verstehen: %1. Sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The row cannot be understood: %1. It was left out.</source>
        <translation>Die Zeile ist nicht zu verstehen: %1. Sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The annotation belongs to an image that is not listed: %1. It was left out.</source>
        <translation>Die Annotation gehört zu einem Bild, das nicht aufgeführt ist: %1. Sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The class %1 is not listed. The annotation was left out.</source>
        <translation>Die Klasse %1 ist nicht aufgeführt. Die Annotation wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The numbers are not shares of the picture between 0 and 1. The row was left out (%1).</source>
        <translation>Die Zahlen sind keine Anteile des Bildes zwischen 0 und 1. Die Zeile wurde ausgelassen (%1).</translation>
    </message>
    <message>
        <source>“nc” and the number of names differ; the names count.</source>
        <translation>„nc“ und die Zahl der Namen unterscheiden sich; es gelten die Namen.</translation>
    </message>
    <message>
        <source>The classes have no names; they are called class_0, class_1 and so on.</source>
        <translation>Die Klassen haben keine Namen; sie heißen class_0, class_1 und so weiter.</translation>
    </message>
    <message>
        <source>The picture is given several classes; the first was kept (%1).</source>
        <translation>Dem Bild sind mehrere Klassen gegeben; die erste wurde behalten (%1).</translation>
    </message>
    <message>
        <source>“%1” is no split. The picture has none.</source>
        <translation>„%1“ ist kein Teil der Aufteilung. Das Bild ist nicht zugeordnet.</translation>
    </message>
    <message>
        <source>Pictures of equal bytes lie in different splits. All of them train (%1).</source>
        <translation>Bytegleiche Bilder liegen in verschiedenen Teilen der Aufteilung. Sie kommen alle ins Training (%1).</translation>
    </message>
    <message>
        <source>The picture is annotated in the project already; that annotation was kept.</source>
        <translation>Das Bild ist im Projekt schon annotiert; diese Annotation wurde behalten.</translation>
    </message>
    <message>
        <source>The file has changed since it came into the project. Its annotation there was kept.</source>
        <translation>Die Datei hat sich geändert, seit sie ins Projekt kam. Ihre Annotation dort wurde behalten.</translation>
    </message>
    <message>
        <source>It was left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
    <message>
        <source>The name of the file is no text (not UTF-8); rename it. It was left out.</source>
        <translation>Der Name der Datei ist kein Text (nicht UTF-8); benennen Sie sie um. Sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The folder cannot be read: %1. What lies in it was left out.</source>
        <translation>Der Ordner kann nicht gelesen werden: %1. Was darin liegt, wurde ausgelassen.</translation>
    </message>
    <message>
        <source>This is no ordinary file (a pipe, a device). It was left out.</source>
        <translation>Das ist keine gewöhnliche Datei (eine Pipe, ein Gerät). Sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The link leads nowhere. It was left out.</source>
        <translation>Die Verknüpfung führt ins Leere. Sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The link leads back to a folder above it. It was not followed.</source>
        <translation>Die Verknüpfung führt zurück in einen Ordner darüber. Ihr wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>Pictures that only mark the pixels of other pictures were not read (%1).</source>
        <translation>Bilder, die nur die Pixel anderer Bilder markieren, wurden nicht gelesen (%1).</translation>
    </message>
    <message>
        <source>The file points to “%1”, outside of the source. What lies there was left out.</source>
        <translation>Die Datei zeigt auf „%1“, außerhalb der Quelle. Was dort liegt, wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The list of a split names what is not there: %1.</source>
        <translation>Die Liste eines Teils nennt, was nicht da ist: %1.</translation>
    </message>
    <message>
        <source>The list of a split names nothing that is there (%1 names).</source>
        <translation>Die Liste eines Teils nennt nichts, was da ist (%1 Namen).</translation>
    </message>
    <message>
        <source>Pictures stand in the lists of two splits; the first counts (%1).</source>
        <translation>Bilder stehen in den Listen zweier Teile; der erste zählt (%1).</translation>
    </message>
    <message>
        <source>The points of poses were not read; their boxes were (%1).</source>
        <translation>Die Punkte von Posen wurden nicht gelesen, ihre Rahmen schon (%1).</translation>
    </message>
    <message>
        <source>What the numbers of the rows mean cannot be told for sure (%1 in a row). The rows were left out.</source>
        <translation>Was die Zahlen der Zeilen bedeuten, ist nicht sicher (%1 je Zeile). Die Zeilen wurden ausgelassen.</translation>
    </message>
    <message>
        <source>The file ends early or is damaged; a part of the picture is missing. It is kept out of training until you accept it.</source>
        <translation>Die Datei endet zu früh oder ist beschädigt; ein Teil des Bildes fehlt. Es bleibt vom Training fern, bis Sie es annehmen.</translation>
    </message>
    <message>
        <source>The picture stores 32-bit, signed or fractional numbers; its darkest and brightest values became black and white.</source>
        <translation>Das Bild speichert 32-Bit-Zahlen, Zahlen mit Vorzeichen oder Brüche; sein dunkelster und sein hellster Wert wurden Schwarz und Weiß.</translation>
    </message>
    <message>
        <source>The picture has more than four channels; the first three are used.</source>
        <translation>Das Bild hat mehr als vier Kanäle; die ersten drei werden verwendet.</translation>
    </message>
    <message>
        <source>The id %1 is given twice. Where it is not clear what it means, what carries it was left out.</source>
        <translation>Die Kennung %1 ist zweimal vergeben. Wo nicht klar ist, was sie meint, wurde ausgelassen, was sie trägt.</translation>
    </message>
    <message>
        <source>An id is missing or cannot be compared (%1). What carries it was left out.</source>
        <translation>Eine Kennung fehlt oder kann nicht verglichen werden (%1). Was sie trägt, wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Names that differ only in case are one concept: %1.</source>
        <translation>Namen, die sich nur in Groß- und Kleinschreibung unterscheiden, sind ein Konzept: %1.</translation>
    </message>
    <message>
        <source>Two classes have the name %1; they are one concept.</source>
        <translation>Zwei Klassen haben den Namen %1; sie sind ein Konzept.</translation>
    </message>
    <message>
        <source>The source says both yes and no to %1. Neither was taken.</source>
        <translation>Die Quelle sagt zu %1 sowohl ja als auch nein. Nichts davon wurde übernommen.</translation>
    </message>
    <message>
        <source>The file was not read: %1.</source>
        <translation>Die Datei wurde nicht gelesen: %1.</translation>
    </message>
    <message>
        <source>What the columns mean cannot be told for sure: %1. Name them in a first row. The table was left out.</source>
        <translation>Was die Spalten bedeuten, ist nicht sicher: %1. Benennen Sie sie in einer ersten Zeile. Die Tabelle wurde ausgelassen.</translation>
    </message>
    <message>
        <source>There are more rows of this kind (%1).</source>
        <translation>Es gibt weitere Zeilen dieser Art (%1).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” points to “%2”, outside of the source: more than %3.</source>
        <translation>„%1“ zeigt auf „%2“, außerhalb der Quelle: mehr als %3.</translation>
    </message>
    <message>
        <source>“%1” points to “%2”, outside of the source: %3.</source>
        <translation>„%1“ zeigt auf „%2“, außerhalb der Quelle: %3.</translation>
    </message>
    <message>
        <source>Two descriptions claim the picture %1. This one was left out.</source>
        <translation>Zwei Beschreibungen beanspruchen das Bild %1. Diese wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The boxes leave their pictures, and all of them could be two corners instead of a corner and a size (%1). They were left out.</source>
        <translation>Die Rechtecke ragen aus ihren Bildern, und alle könnten zwei Ecken statt einer Ecke und einer Größe sein (%1). Sie wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Two files give one class different ids (%1). Predictions go out with the first.</source>
        <translation>Zwei Dateien geben einer Klasse verschiedene Nummern (%1). Vorhersagen werden mit der ersten ausgegeben.</translation>
    </message>
    <message>
        <source>The boxes leave their pictures, and all of them could be given by a corner instead of their middle (%1). They were left out.</source>
        <translation>Die Rahmen ragen aus ihren Bildern, und alle könnten durch eine Ecke statt durch ihre Mitte angegeben sein (%1). Sie wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Two views have the concept %1, and the region does not say which is meant. It was left out.</source>
        <translation>Zwei Ansichten haben das Konzept %1, und die Region sagt nicht, welche gemeint ist. Sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The concept %1 belongs to a view of another kind of region (boxes, or whole pictures). The region was left out.</source>
        <translation>Das Konzept %1 gehört zu einer Ansicht mit einer anderen Art von Regionen (Rahmen oder ganze Bilder). Die Region wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The view %1 looks into the boxes of another view. Such views are not taken; its annotations were left out (how many stands behind it).</source>
        <translation>Die Ansicht %1 blickt in die Rahmen einer anderen Ansicht. Solche Ansichten werden nicht übernommen; ihre Annotationen wurden ausgelassen (wie viele, steht dahinter).</translation>
    </message>
    <message>
        <source>The view %1 looks only at some pictures of the view above it. Here it is a view of all pictures.</source>
        <translation>Die Ansicht %1 betrachtet nur einige Bilder der Ansicht über ihr. Hier ist sie eine Ansicht aller Bilder.</translation>
    </message>
    <message>
        <source>The type of the view %1 is not known. It was left out.</source>
        <translation>Die Art der Ansicht %1 ist nicht bekannt. Sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The picture is an address, and nothing is downloaded: %1. What is said about it was left out.</source>
        <translation>Das Bild ist eine Adresse, und heruntergeladen wird nichts: %1. Was darüber gesagt wird, wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The score of the prediction is no number between 0 and 1. It was left out (%1).</source>
        <translation>Die Bewertung der Vorhersage ist keine Zahl zwischen 0 und 1. Sie wurde ausgelassen (%1).</translation>
    </message>
    <message>
        <source>Pictures that were not there were taken out of their annotation files, into the project (%1).</source>
        <translation>Bilder, die nicht da waren, wurden aus ihren Annotationsdateien in das Projekt übernommen (%1).</translation>
    </message>
</context>
<context>
    <name>ImportJob</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>The view “%1” is of another type than asked for. Nothing was changed; name another view.</source>
        <translation>Die Ansicht „%1“ ist von anderer Art als verlangt. Es wurde nichts geändert; nennen Sie eine andere Ansicht.</translation>
    </message>
    <message>
        <source>“%1” holds boxes, and a classification view has one class for a whole picture. Nothing was changed; choose a detection or a tagging view.</source>
        <translation>„%1“ enthält Rahmen, und eine Klassifikation hat eine Klasse für das ganze Bild. Es wurde nichts geändert; wählen Sie eine Ansicht für Erkennung oder Verschlagwortung.</translation>
    </message>
    <message>
        <source>“%1” holds no boxes, and a detection view needs them. Nothing was changed; choose a classification or a tagging view.</source>
        <translation>„%1“ enthält keine Rahmen, und eine Erkennung braucht sie. Es wurde nichts geändert; wählen Sie eine Ansicht für Klassifikation oder Verschlagwortung.</translation>
    </message>
    <message>
        <source>“%1” gives %2 pictures %3 different labels: that is free text and no list of concepts. Nothing was changed; import the pictures alone, or a table with fewer labels.</source>
        <translation>„%1“ gibt %2 Bildern %3 verschiedene Namen: das ist freier Text und keine Liste von Konzepten. Nichts wurde geändert; importieren Sie die Bilder allein oder eine Tabelle mit weniger Namen.</translation>
    </message>
    <message>
        <source>The counts of this import do not add up (%1 annotations read, %2 used, %3 left out, %4 kept as they were). This is a mistake of the program; nothing was changed. Please report it.</source>
        <translation>Die Zahlen dieses Imports gehen nicht auf (%1 Annotationen gelesen, %2 benutzt, %3 ausgelassen, %4 belassen, wie sie waren). Das ist ein Fehler des Programms; es wurde nichts geändert. Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>Writing to the project</source>
        <translation>Wird ins Projekt geschrieben</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Import von %1</translation>
    </message>
    <message>
        <source>The sources are of different types, so they cannot share the view “%1”. Nothing was changed; import them one after the other, each into a view of its own.</source>
        <translation>Die Quellen sind von verschiedener Art und können sich die Sicht „%1“ nicht teilen. Nichts wurde geändert; importieren Sie sie nacheinander, jede in eine eigene Sicht.</translation>
    </message>
    <message>
        <source>This import would store more than %1 answers: every picture answers for each of the %2 concepts. A column of free text is no list of concepts. Nothing was changed.</source>
        <translation>Dieser Import würde mehr als %1 Antworten speichern: Jedes Bild antwortet für jedes der %2 Konzepte. Eine Spalte mit freiem Text ist keine Liste von Konzepten. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The folder for pictures in the project cannot be written. Nothing was changed.</source>
        <translation>In den Ordner für Bilder im Projekt kann nicht geschrieben werden. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The unpacked pictures could not be moved to “%1”. Nothing was changed.</source>
        <translation>Die entpackten Bilder konnten nicht nach „%1“ verschoben werden. Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>ImportWriter</name>
    <message>
        <source>The view “%1” is of another type, so the annotations do not fit it. Nothing was changed; name another view.</source>
        <translation>Die Ansicht „%1“ ist von anderer Art, darum passen die Annotationen nicht zu ihr. Es wurde nichts geändert; nennen Sie eine andere Ansicht.</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>“%1” cannot be undone any more: later work, such as a trained version, builds on it. Nothing was changed.</source>
        <translation>„%1“ lässt sich nicht mehr rückgängig machen: Spätere Arbeit, etwa eine trainierte Version, baut darauf auf. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>“%1” cannot be done again: later work stands against it. Nothing was changed.</source>
        <translation>„%1“ lässt sich nicht wiederholen: Spätere Arbeit steht dem entgegen. Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>MarkedPicture</name>
    <message>
        <source>The picture for “%1” could not be made. The picture itself is unharmed.</source>
        <translation>Das Bild zu „%1“ konnte nicht erzeugt werden. Das Bild selbst ist unversehrt.</translation>
    </message>
</context>
<context>
    <name>ModelExport</name>
    <message>
        <source>“%1” finds no boxes, so there is no selection of boxes to put into the file. Nothing was written. Export it without.</source>
        <translation>„%1“ findet keine Rahmen, daher gibt es keine Auswahl von Rahmen für die Datei. Nichts wurde geschrieben. Exportieren Sie ohne sie.</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Datei wird geschrieben</translation>
    </message>
    <message>
        <source>Comparing it with the version</source>
        <translation>Datei wird mit der Version verglichen</translation>
    </message>
</context>
<context>
    <name>ModelFile</name>
    <message>
        <source>The file %1 could not be written: %2. The model file beside it is whole. Make room, and export again to another name.</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden: %2. Die Modelldatei daneben ist vollständig. Schaffen Sie Platz und exportieren Sie erneut unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>There is no folder %1. Nothing was written. Make it, or choose another one.</source>
        <translation>Es gibt keinen Ordner %1. Nichts wurde geschrieben. Legen Sie ihn an oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is already something named %1. Nothing was written. Choose another name, or delete it first.</source>
        <translation>Es gibt schon etwas mit dem Namen %1. Nichts wurde geschrieben. Wählen Sie einen anderen Namen oder löschen Sie es zuerst.</translation>
    </message>
    <message>
        <source>The folder %1 already holds a file %2 that is not of this version. Nothing was written. Choose an empty folder.</source>
        <translation>Im Ordner %1 liegt schon eine Datei %2, die nicht zu dieser Version gehört. Nichts wurde geschrieben. Wählen Sie einen leeren Ordner.</translation>
    </message>
    <message>
        <source>The model could not be written to %1 : %2. The version is unharmed. Choose another place, or make room, and try again.</source>
        <translation>Das Modell konnte nicht nach %1 geschrieben werden: %2. Die Version ist unversehrt. Wählen Sie einen anderen Ort oder schaffen Sie Platz, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The network computes in a type of numbers that cannot be written to an ONNX file (%1). Nothing was written.</source>
        <translation>Das Netz rechnet in einer Zahlenart, die nicht in eine ONNX-Datei geschrieben werden kann (%1). Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>This network uses an operation that Oriel cannot write to an ONNX file (%1). Nothing was written. Export it as TorchScript.</source>
        <translation>Dieses Netz verwendet eine Operation, die Oriel nicht in eine ONNX-Datei schreiben kann (%1). Nichts wurde geschrieben. Exportieren Sie es als TorchScript.</translation>
    </message>
</context>
<context>
    <name>Networks</name>
    <message>
        <source>There is no device “%1” that this program can use here. Choose “auto” or “cpu”.</source>
        <translation>Es gibt kein Gerät „%1“, das dieses Programm hier nutzen kann. Wählen Sie „auto“ oder „cpu“.</translation>
    </message>
    <message>
        <source>CUDA graphics card %1</source>
        <translation>CUDA-Grafikkarte %1</translation>
    </message>
    <message>
        <source>Apple graphics processor</source>
        <translation>Apple-Grafikprozessor</translation>
    </message>
    <message>
        <source>This program knows no architecture “%1”. Choose one of its list, or use a newer program.</source>
        <translation>Dieses Programm kennt keine Architektur „%1“. Wählen Sie eine aus seiner Liste, oder nehmen Sie ein neueres Programm.</translation>
    </message>
    <message>
        <source>A network for %1 concepts and pictures of %2 × %3 pixels cannot be built: the sides must be multiples of 32, from %4 to %5.</source>
        <translation>Ein Netz für %1 Konzepte und Bilder von %2 × %3 Pixeln kann nicht gebaut werden: Die Seiten müssen Vielfache von 32 sein, von %4 bis %5.</translation>
    </message>
</context>
<context>
    <name>OwnFiles</name>
    <message>
        <source>something that is no ordinary file stands in its place.</source>
        <translation>an ihrer Stelle steht etwas, das keine gewöhnliche Datei ist.</translation>
    </message>
    <message>
        <source>its folder cannot be made.</source>
        <translation>ihr Ordner kann nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>Parity</name>
    <message>
        <source>OpenCV cannot run a file with 16 bits, resizing or a selection of boxes inside, and onnxruntime is not on this computer</source>
        <translation>OpenCV kann keine Datei mit 16 Bit, Skalierung oder Auswahl der Rahmen ausführen, und onnxruntime ist nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>there was no picture to compare on</source>
        <translation>es gab kein Bild zum Vergleichen</translation>
    </message>
    <message>
        <source>the file could not be run; the log says why</source>
        <translation>die Datei konnte nicht ausgeführt werden; der Grund steht im Protokoll</translation>
    </message>
    <message>
        <source>Written, not proved: %1.</source>
        <translation>Geschrieben, nicht nachgewiesen: %1.</translation>
    </message>
    <message>
        <source>Largest score difference %1; changed decisions %2 of %3; boxes moved at most %4 px.</source>
        <translation>Größter Unterschied der Werte %1; geänderte Entscheidungen %2 von %3; Rahmen höchstens %4 px verschoben.</translation>
    </message>
    <message>
        <source>Largest score difference %1; changed decisions %2 of %3.</source>
        <translation>Größter Unterschied der Werte %1; geänderte Entscheidungen %2 von %3.</translation>
    </message>
    <message>
        <source>Passed.</source>
        <translation>Bestanden.</translation>
    </message>
    <message>
        <source>Failed: the file does not answer as the version does.</source>
        <translation>Nicht bestanden: Die Datei antwortet anders als die Version.</translation>
    </message>
</context>
<context>
    <name>PictureCopy</name>
    <message>
        <source>“%1” would have to be written anew, and it is damaged or too large for the memory that is left.</source>
        <translation>„%1“ müsste neu geschrieben werden und ist beschädigt oder zu groß für den freien Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>“%1” could not be written anew.</source>
        <translation>„%1“ ließ sich nicht neu schreiben.</translation>
    </message>
</context>
<context>
    <name>PictureFile</name>
    <message>
        <source>“%1” is not a picture that can be read. The file was left as it is.</source>
        <translation>„%1“ ist kein lesbares Bild. Die Datei wurde belassen, wie sie ist.</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>“%1” has %2, which is more than can be worked with (1,000 megapixels, 65,500 on a side). Import a reduced copy instead.</source>
        <translation>„%1“ hat %2, mehr, als sich verarbeiten lässt (1.000 Megapixel, 65.500 je Seite). Importieren Sie stattdessen eine verkleinerte Kopie.</translation>
    </message>
    <message>
        <source>“%1” has only %2; at least 8 on each side are needed.</source>
        <translation>„%1“ hat nur %2; nötig sind mindestens 8 auf jeder Seite.</translation>
    </message>
    <message>
        <source>The picture “%1” is not there.</source>
        <translation>Das Bild „%1“ ist nicht da.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>„%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>it is not a file.</source>
        <translation>Es ist keine Datei.</translation>
    </message>
    <message>
        <source>“%1” is a %2 file, which is not read. Convert it to JPEG or PNG to use it.</source>
        <translation>„%1“ ist eine %2-Datei; solche werden nicht gelesen. Wandeln Sie sie in JPEG oder PNG um, um sie zu nutzen.</translation>
    </message>
    <message>
        <source>“%1” does not fit into the memory that is left. Close other programs, or import a reduced copy instead.</source>
        <translation>„%1“ passt nicht in den Speicher, der übrig ist. Schließen Sie andere Programme, oder importieren Sie eine verkleinerte Kopie.</translation>
    </message>
    <message>
        <source>“%1” is empty: it has no bytes. Look for the original, or take it away.</source>
        <translation>„%1“ ist leer: Die Datei hat keine Bytes. Suchen Sie das Original, oder nehmen Sie sie weg.</translation>
    </message>
    <message>
        <source>“%1” begins as a picture and is cut off or damaged before its size is told. Copy it again from where it came.</source>
        <translation>„%1“ beginnt wie ein Bild und ist abgeschnitten oder beschädigt, bevor die Größe genannt wird. Kopieren Sie die Datei noch einmal von dort, woher sie kam.</translation>
    </message>
    <message>
        <source>“%1” is a file of more than 1 GB. Import a reduced copy instead.</source>
        <translation>„%1“ ist eine Datei von mehr als 1 GB. Importieren Sie eine verkleinerte Kopie.</translation>
    </message>
    <message>
        <source>“%1” has changed since it came into the project. Say whether it is the same picture, or import it again.</source>
        <translation>„%1“ hat sich geändert, seit es ins Projekt kam. Sagen Sie, ob es dasselbe Bild ist, oder importieren Sie es neu.</translation>
    </message>
    <message>
        <source>“%1” is a JPEG of %2 bits a channel, which is not read. Convert it to 8 bits to use it.</source>
        <translation>„%1“ ist ein JPEG mit %2 Bit je Kanal, das nicht gelesen wird. Wandeln Sie es in 8 Bit um.</translation>
    </message>
    <message>
        <source>“%1” breaks off before its first row, so there is nothing to see in it. The file was left as it is.</source>
        <translation>„%1“ bricht vor der ersten Zeile ab, es ist also nichts darin zu sehen. Die Datei wurde gelassen, wie sie ist.</translation>
    </message>
    <message>
        <source>“%1” is smaller than when it came into the project. Say whether it is the same picture, or import it again.</source>
        <translation>„%1“ ist kleiner als damals, als es ins Projekt kam. Sagen Sie, ob es dasselbe Bild ist, oder importieren Sie es neu.</translation>
    </message>
</context>
<context>
    <name>PictureLoader</name>
    <message>
        <source>The picture does not fit into the memory that is left.</source>
        <translation>Das Bild passt nicht in den Speicher, der noch frei ist.</translation>
    </message>
</context>
<context>
    <name>PredictionFolder</name>
    <message>
        <source>Only detection finds boxes, so there is nothing to blur or to cut out with this version. Nothing was written. Choose another output.</source>
        <translation>Nur die Erkennung findet Rahmen; mit dieser Version gibt es nichts unkenntlich zu machen oder auszuschneiden. Es wurde nichts geschrieben. Wählen Sie eine andere Ausgabe.</translation>
    </message>
    <message>
        <source>“%1” holds other files. Nothing was written. Choose a new or an empty folder.</source>
        <translation>„%1“ enthält andere Dateien. Es wurde nichts geschrieben. Wählen Sie einen neuen oder leeren Ordner.</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>no file can be made in it</source>
        <translation>darin kann keine Datei angelegt werden</translation>
    </message>
    <message>
        <source>Another prediction is writing into “%1”. Nothing was changed. Wait for it, or choose another folder.</source>
        <translation>Eine andere Vorhersage schreibt gerade in „%1“. Es wurde nichts verändert. Warten Sie auf ihr Ende oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“%1” holds the results of a prediction with another version or other options. Nothing was written. Choose another folder, or the same options to go on.</source>
        <translation>„%1“ enthält die Ergebnisse einer Vorhersage mit einer anderen Version oder anderen Optionen. Es wurde nichts geschrieben. Wählen Sie einen anderen Ordner oder, um fortzufahren, dieselben Optionen.</translation>
    </message>
    <message>
        <source>“%1” cannot be gone on with: %2 is missing or shorter than what was noted. Nothing was changed. Choose another folder.</source>
        <translation>„%1“ kann nicht fortgesetzt werden: %2 fehlt oder ist kürzer als vermerkt. Es wurde nichts verändert. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2. What was written before is complete and stays. Make room or choose another folder, then start again: what is done is skipped.</source>
        <translation>„%1“ kann nicht geschrieben werden: %2. Was vorher geschrieben wurde, ist vollständig und bleibt. Schaffen Sie Platz oder wählen Sie einen anderen Ordner und beginnen Sie erneut: Erledigtes wird übersprungen.</translation>
    </message>
</context>
<context>
    <name>PredictionJobs</name>
    <message>
        <source>This version is no longer in the project. Nothing was changed.</source>
        <translation>Diese Version ist nicht mehr im Projekt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>The file card.json of &quot;%1&quot; names other concepts than the project: it is damaged, or of another version. The version was not judged; its numbers are kept. Put the right file back, or train a new version.</source>
        <translation>Die Datei card.json von „%1“ nennt andere Konzepte als das Projekt: Sie ist beschädigt oder von einer anderen Version. Die Version wurde nicht bewertet; ihre Zahlen bleiben. Legen Sie die richtige Datei zurück, oder trainieren Sie eine neue Version.</translation>
    </message>
    <message numerus="yes">
        <source>None of the pictures could be read (%Ln), so the version was not judged. Nothing was changed. The first: %1</source>
        <translation>
            <numerusform>Das Bild konnte nicht gelesen werden (%Ln), daher wurde die Version nicht bewertet. Nichts wurde geändert. %1</numerusform>
            <numerusform>Keines der Bilder konnte gelesen werden (%Ln), daher wurde die Version nicht bewertet. Nichts wurde geändert. Das erste: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PredictionPictures</name>
    <message>
        <source>There is no picture in what was given. Nothing was predicted.</source>
        <translation>In dem, was angegeben wurde, ist kein Bild. Es wurde nichts vorhergesagt.</translation>
    </message>
    <message>
        <source>No picture of the project passes these filters. Nothing was predicted.</source>
        <translation>Kein Bild des Projekts entspricht diesen Filtern. Es wurde nichts vorhergesagt.</translation>
    </message>
</context>
<context>
    <name>PredictionRun</name>
    <message>
        <source>Predicting</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>This version is no longer in the project. Nothing was predicted.</source>
        <translation>Diese Version ist nicht mehr im Projekt. Es wurde nichts vorhergesagt.</translation>
    </message>
</context>
<context>
    <name>Predictor</name>
    <message>
        <source>The weights of “%1” are damaged: the file %2 is not the one that was saved. Its numbers are kept. Train a new version to predict.</source>
        <translation>Die Gewichte von „%1“ sind beschädigt: Die Datei %2 ist nicht die gespeicherte. Die Zahlen der Version bleiben erhalten. Trainieren Sie eine neue Version, um vorherzusagen.</translation>
    </message>
    <message>
        <source>The weights of “%1” are missing: there is no file %2. Its numbers are kept. Train a new version to predict.</source>
        <translation>Die Gewichte von „%1“ fehlen: Es gibt keine Datei %2. Die Zahlen der Version bleiben. Trainieren Sie eine neue Version, um vorherzusagen.</translation>
    </message>
    <message>
        <source>There is not enough memory to read %1.</source>
        <translation>Der Speicher reicht nicht, um %1 zu lesen.</translation>
    </message>
    <message>
        <source>%1 cannot be read. The file was left as it is.</source>
        <translation>%1 kann nicht gelesen werden. Die Datei wurde nicht verändert.</translation>
    </message>
</context>
<context>
    <name>Project</name>
    <message>
        <source>%1 is not an Oriel project. Nothing was changed.</source>
        <translation>%1 ist kein Oriel-Projekt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>“%1” is open for reading only. Nothing was changed.</source>
        <translation>„%1“ ist nur zum Lesen geöffnet. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The last act was not saved, for a reason that is not known.</source>
        <translation>Die letzte Änderung wurde aus unbekanntem Grund nicht gespeichert.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Nothing was changed; choose another place.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden. Es wurde nichts geändert; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Nothing else was changed.</source>
        <translation>%1 kann nicht geschrieben werden (%2). Sonst wurde nichts geändert.</translation>
    </message>
    <message>
        <source>“%1” was interrupted before its first epoch ended, when the program ended.</source>
        <translation>„%1“ wurde vor dem Ende der ersten Epoche unterbrochen, als das Programm endete.</translation>
    </message>
    <message>
        <source>“%1” was interrupted after epoch %2 when the program ended.</source>
        <translation>„%1“ wurde nach Epoche %2 unterbrochen, als das Programm endete.</translation>
    </message>
    <message>
        <source>The best epoch so far, %1, is kept.</source>
        <translation>Die bisher beste Epoche, %1, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The best weights so far are kept.</source>
        <translation>Die bisher besten Gewichte bleiben erhalten.</translation>
    </message>
    <message>
        <source>No weights were kept; the data is unharmed. Train it again.</source>
        <translation>Es wurden keine Gewichte behalten; die Daten sind unversehrt. Trainieren Sie erneut.</translation>
    </message>
    <message>
        <source>%1 is a file, so no project was made there. Choose another place.</source>
        <translation>%1 ist eine Datei, darum wurde dort kein Projekt angelegt. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The folder %1 is not empty, so no project was made there. Choose another place.</source>
        <translation>Der Ordner %1 ist nicht leer, darum wurde dort kein Projekt angelegt. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 is not an Oriel project file. Nothing was changed.</source>
        <translation>%1 ist keine Oriel-Projektdatei. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The project folder %1 cannot be written to. Nothing was changed; open it for reading, or copy it to another place.</source>
        <translation>In den Projektordner %1 kann nicht geschrieben werden. Es wurde nichts geändert; öffnen Sie ihn zum Lesen, oder kopieren Sie ihn an einen anderen Ort.</translation>
    </message>
    <message>
        <source>“%1” is open for writing since %2 in another program (%3, process %4, on %5). Nothing was changed, so both stay intact. Close it there and try again; reading it here is possible meanwhile.</source>
        <translation>„%1“ ist seit %2 in einem anderen Programm zum Schreiben geöffnet (%3, Prozess %4, auf %5). Es wurde nichts geändert, damit beide heil bleiben. Schließen Sie es dort, und versuchen Sie es erneut; zum Lesen lässt es sich hier inzwischen öffnen.</translation>
    </message>
    <message>
        <source>The database of “%1” (%2) is damaged. It was not changed. Go back to a backup or save what can be read: “oriel check” does both, and so does the window.</source>
        <translation>Die Datenbank von „%1“ (%2) ist beschädigt. Sie wurde nicht geändert. Gehen Sie zu einer Sicherung zurück, oder retten Sie, was lesbar ist: „oriel check“ kann beides, das Fenster auch.</translation>
    </message>
    <message>
        <source>%1 is damaged: not all of it can be trusted, so nothing more is written to it. What was saved is still there. Close the project and open it anew to go back to a backup or to save what can be read, or run “oriel check” on it.</source>
        <translation>%1 ist beschädigt: Nicht allem darin ist zu trauen, daher wird nichts mehr hineingeschrieben. Was gespeichert wurde, ist noch da. Schließen Sie das Projekt und öffnen Sie es neu, um zu einer Sicherung zurückzugehen oder zu retten, was lesbar ist, oder rufen Sie „oriel check“ auf.</translation>
    </message>
    <message>
        <source>There was not enough memory, so the last act was not done. Nothing was changed. Close other programs and do it again.</source>
        <translation>Der Speicher reichte nicht, daher wurde die letzte Handlung nicht ausgeführt. Nichts wurde geändert. Schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>the disk holding “%1” is full. Everything up to %2 is safe, and what is not saved is kept in memory. Free about 20 MB, then choose Try again.</source>
        <translation>Der Datenträger mit „%1“ ist voll. Alles bis %2 ist sicher, und was nicht gespeichert ist, bleibt im Speicher. Schaffen Sie etwa 20 MB Platz, und wählen Sie dann „Noch einmal“.</translation>
    </message>
    <message>
        <source>another program is writing to “%1”. Everything up to %2 is safe, and what is not saved is kept in memory. Choose Try again in a moment.</source>
        <translation>Ein anderes Programm schreibt in „%1“. Alles bis %2 ist sicher, und was nicht gespeichert ist, bleibt im Speicher. Wählen Sie gleich „Noch einmal“.</translation>
    </message>
    <message>
        <source>the folder of “%1” cannot be written to now. Everything up to %2 is safe, and what is not saved is kept in memory. Bring its disk back, then choose Try again.</source>
        <translation>In den Ordner von „%1“ kann jetzt nicht geschrieben werden. Alles bis %2 ist sicher, und was nicht gespeichert ist, bleibt im Speicher. Bringen Sie den Datenträger zurück, und wählen Sie dann „Noch einmal“.</translation>
    </message>
    <message>
        <source>The last edit could not be saved:</source>
        <translation>Die letzte Änderung konnte nicht gespeichert werden:</translation>
    </message>
    <message>
        <source>The last %1 edits could not be saved:</source>
        <translation>Die letzten %1 Änderungen konnten nicht gespeichert werden:</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>Another program is writing to this project, so the last act was not saved. Try again in a moment.</source>
        <translation>Ein anderes Programm schreibt gerade in dieses Projekt, darum wurde die letzte Änderung nicht gespeichert. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be read in full. Nothing was changed. Open the project anew to go back to a backup or to save what can be read, or run “oriel check” on it.</source>
        <translation>%1 ist beschädigt und nicht vollständig lesbar. Nichts wurde geändert. Öffnen Sie das Projekt neu, um zu einer Sicherung zurückzugehen oder zu retten, was lesbar ist, oder rufen Sie „oriel check“ auf.</translation>
    </message>
    <message>
        <source>The disk that holds the project (%1) is full, so the last act was not saved; everything before it is. Free some space and do it again.</source>
        <translation>Der Datenträger mit dem Projekt (%1) ist voll, daher wurde die letzte Handlung nicht gespeichert; alles davor schon. Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be read or written now, so the last act was not done; everything before it is safe. Is its disk still there, and may you write to it? Then try again.</source>
        <translation>%1 kann jetzt nicht gelesen oder geschrieben werden, daher wurde die letzte Handlung nicht ausgeführt; alles davor ist sicher. Ist der Datenträger noch da, und dürfen Sie schreiben? Dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The last act contradicts what the project holds, so it was not done. Nothing was changed.</source>
        <translation>Die letzte Handlung widerspricht dem, was das Projekt enthält, daher wurde sie nicht ausgeführt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The project&apos;s database could not do the last act. Nothing was changed. Run “oriel check” on the project if this happens again.</source>
        <translation>Die Datenbank des Projekts konnte die letzte Handlung nicht ausführen. Nichts wurde geändert. Rufen Sie „oriel check“ auf, wenn das wieder vorkommt.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>The files of %1 cannot be moved. What was damaged lies in %2; the mended database is %3. Is the disk full or read-only?</source>
        <translation>Die Dateien von %1 können nicht verschoben werden. Was beschädigt war, liegt in %2; die reparierte Datenbank ist %3. Ist der Datenträger voll oder schreibgeschützt?</translation>
    </message>
    <message>
        <source>The backup %1 cannot be used. Nothing was changed; choose an older one, or save what can be read.</source>
        <translation>Die Sicherung %1 ist nicht brauchbar. Nichts wurde geändert; wählen Sie eine ältere, oder retten Sie, was lesbar ist.</translation>
    </message>
    <message>
        <source>%1 is missing or cannot be copied for reading. Nothing was changed.</source>
        <translation>%1 fehlt oder kann nicht zum Lesen kopiert werden. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>What was read does not make a sound project. Nothing was changed.</source>
        <translation>Was gelesen wurde, ergibt kein heiles Projekt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The list of tables itself is damaged, so nothing can be read from %1. Nothing was changed. Only a backup helps.</source>
        <translation>Die Liste der Tabellen selbst ist beschädigt, daher ist aus %1 nichts zu lesen. Nichts wurde geändert. Nur eine Sicherung hilft.</translation>
    </message>
    <message>
        <source>The backup cannot be copied to %1. The project itself was not changed. Is the disk full?</source>
        <translation>Die Sicherung kann nicht nach %1 kopiert werden. Das Projekt selbst wurde nicht geändert. Ist der Datenträger voll?</translation>
    </message>
</context>
<context>
    <name>RunFile</name>
    <message>
        <source>The file %1 of this version is missing. Its numbers in the project are kept.</source>
        <translation>Die Datei %1 dieser Version fehlt. Die Zahlen der Version im Projekt bleiben erhalten.</translation>
    </message>
    <message>
        <source>The details of this version were written by a newer Oriel. Nothing was changed. Install the newer program.</source>
        <translation>Die Einzelheiten dieser Version hat ein neueres Oriel geschrieben. Es wurde nichts geändert. Installieren Sie das neuere Programm.</translation>
    </message>
    <message>
        <source>The file %1 of this version lies behind a link, so nothing was written to it. Put the real folder in the link&apos;s place.</source>
        <translation>Die Datei %1 dieser Version liegt hinter einer Verknüpfung, daher wurde nichts hineingeschrieben. Setzen Sie den wirklichen Ordner an deren Stelle.</translation>
    </message>
    <message>
        <source>The file %1 of this version cannot be read here, since its folder may not be written and there is no room for a copy. The project itself is unharmed.</source>
        <translation>Die Datei %1 dieser Version kann hier nicht gelesen werden, denn in ihren Ordner darf nicht geschrieben werden, und für eine Kopie ist kein Platz. Das Projekt selbst ist unversehrt.</translation>
    </message>
    <message>
        <source>The file %1 of this version is damaged. What it held cannot be shown: curves of the batches, single pictures and their answers. The rest of the version and the project are unharmed.</source>
        <translation>Die Datei %1 dieser Version ist beschädigt. Was sie enthielt, kann nicht gezeigt werden: Kurven der Stapel, einzelne Bilder und ihre Antworten. Der Rest der Version und das Projekt sind unversehrt.</translation>
    </message>
    <message>
        <source>The file %1 of this version could not be written: %2. What was written before is whole. Free some space, then train again.</source>
        <translation>Die Datei %1 dieser Version konnte nicht geschrieben werden: %2. Was vorher geschrieben wurde, ist ganz. Schaffen Sie Platz, und trainieren Sie neu.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>The file %1 of this version is being written by another program. Try again in a moment.</source>
        <translation>In die Datei %1 dieser Version schreibt gerade ein anderes Programm. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The file %1 of this version can be neither read nor written now. The project itself is unharmed. Look whether the folder is still there and may be used.</source>
        <translation>Die Datei %1 dieser Version kann jetzt weder gelesen noch geschrieben werden. Das Projekt selbst ist unversehrt. Sehen Sie nach, ob der Ordner noch da ist und benutzt werden darf.</translation>
    </message>
</context>
<context>
    <name>Salvage</name>
    <message>
        <source>Nothing can be read from %1. Nothing was changed.</source>
        <translation>Aus %1 ist nichts zu lesen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The saving was cancelled. Nothing was changed.</source>
        <translation>Das Retten wurde abgebrochen. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>SampleProject</name>
    <message>
        <source>The sample&apos;s pictures cannot be copied to “%1”. Is the disk full? Delete that folder and try again elsewhere.</source>
        <translation>Die Bilder des Beispiels können nicht nach „%1“ kopiert werden. Ist der Datenträger voll? Löschen Sie diesen Ordner, und versuchen Sie es anderswo erneut.</translation>
    </message>
    <message>
        <source>The sample&apos;s pictures were not found beside the program. Install it again, or begin with pictures of your own.</source>
        <translation>Die Bilder des Beispiels wurden neben dem Programm nicht gefunden. Installieren Sie es neu, oder beginnen Sie mit eigenen Bildern.</translation>
    </message>
    <message>
        <source>Blood cells</source>
        <translation>Blutzellen</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Ausstriche</translation>
    </message>
    <message>
        <source>The trained version in %1 does not fit the sample, so it was left out. The sample&apos;s pictures are there. Install Oriel again.</source>
        <translation>Die trainierte Version in %1 passt nicht zum Beispiel und wurde ausgelassen. Die Bilder des Beispiels sind da. Installieren Sie Oriel neu.</translation>
    </message>
</context>
<context>
    <name>SelfTest</name>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Failed: “%1” does not give back what was written to its memory. Train on another device, and have this one looked at.</source>
        <translation>Nicht bestanden: „%1“ gibt nicht zurück, was in seinen Speicher geschrieben wurde. Trainieren Sie auf einem anderen Gerät, und lassen Sie dieses prüfen.</translation>
    </message>
    <message>
        <source>Multiplying</source>
        <translation>Multiplizieren</translation>
    </message>
    <message>
        <source>One step of a training</source>
        <translation>Ein Schritt eines Trainings</translation>
    </message>
    <message>
        <source>Failed: “%1” computes other numbers than it should, by up to %2 of the largest. Train on another device; a newer driver may help.</source>
        <translation>Nicht bestanden: „%1“ rechnet andere Zahlen, als es sollte, um bis zu %2 der größten. Trainieren Sie auf einem anderen Gerät; ein neuerer Treiber kann helfen.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Passed: %1 images/s, largest difference %2.</source>
        <translation>Bestanden: %1 Bilder/s, größter Unterschied %2.</translation>
    </message>
    <message>
        <source>There is no device “%1” here, so nothing was tested.</source>
        <translation>Hier gibt es kein Gerät „%1“, daher wurde nichts geprüft.</translation>
    </message>
    <message>
        <source>“%1” cannot be used. %2</source>
        <translation>„%1“ ist nicht brauchbar. %2</translation>
    </message>
    <message>
        <source>The self-test was cancelled.</source>
        <translation>Der Selbsttest wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Failed: “%1” has too little free memory for the test, 200 MB. End other programs that use it, then test again.</source>
        <translation>Nicht bestanden: „%1“ hat zu wenig freien Speicher für die Prüfung, 200 MB. Beenden Sie andere Programme, die es benutzen, und prüfen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Failed: “%1” does not compute; the log says what it answered. Update its driver, then test again.</source>
        <translation>Nicht bestanden: „%1“ rechnet nicht; das Protokoll sagt, was es geantwortet hat. Erneuern Sie seinen Treiber, und prüfen Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>COCO: %1</source>
        <translation>COCO: %1</translation>
    </message>
    <message>
        <source>%1 columns instead of %2</source>
        <translation>%1 Spalten statt %2</translation>
    </message>
    <message>
        <source>CSV table: %1</source>
        <translation>CSV-Tabelle: %1</translation>
    </message>
    <message>
        <source>Reading pictures</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message numerus="yes">
        <source>A folder for each class (%Ln), below folders for the splits</source>
        <translation>
            <numerusform>Ein Ordner je Klasse (%Ln), darunter Ordner für die Aufteilung</numerusform>
            <numerusform>Ein Ordner je Klasse (%Ln), darunter Ordner für die Aufteilung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A folder for each class (%Ln)</source>
        <translation>
            <numerusform>Ein Ordner je Klasse (%Ln)</numerusform>
            <numerusform>Ein Ordner je Klasse (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>A folder of pictures</source>
        <translation>Ein Ordner mit Bildern</translation>
    </message>
    <message>
        <source>The format “%1” is not known. Nothing was changed.</source>
        <translation>Das Format „%1“ ist nicht bekannt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Single pictures</source>
        <translation>Einzelne Bilder</translation>
    </message>
    <message>
        <source>“%1” is not there. Nothing was changed.</source>
        <translation>„%1“ ist nicht da. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation>Annotationen werden gelesen</translation>
    </message>
    <message numerus="yes">
        <source>Pascal VOC: %Ln annotation file(s) (XML)</source>
        <translation>
            <numerusform>Pascal VOC: %Ln Annotationsdatei (XML)</numerusform>
            <numerusform>Pascal VOC: %Ln Annotationsdateien (XML)</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” uses anchors or tags, which are not read. Nothing was changed.</source>
        <translation>„%1“ benutzt Anker oder Tags; sie werden nicht gelesen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>“%1” cannot be read at line %2: %3. Nothing was changed.</source>
        <translation>„%1“ kann in Zeile %2 nicht gelesen werden: %3. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>YOLO: %1</source>
        <translation>YOLO: %1</translation>
    </message>
    <message>
        <source>YOLO: label files and the names of their classes</source>
        <translation>YOLO: Annotationsdateien und die Namen ihrer Klassen</translation>
    </message>
    <message>
        <source>YOLO: folders “images” and “labels”</source>
        <translation>YOLO: Ordner „images“ und „labels“</translation>
    </message>
    <message>
        <source>COCO stuff; another file speaks of the same pictures</source>
        <translation>COCO-Stuff; eine andere Datei spricht von denselben Bildern</translation>
    </message>
    <message>
        <source>COCO keypoints; another file speaks of the same pictures</source>
        <translation>COCO-Schlüsselpunkte; eine andere Datei spricht von denselben Bildern</translation>
    </message>
    <message>
        <source>“%1” cannot be read as COCO: %2. The project was not changed.</source>
        <translation>„%1“ kann nicht als COCO gelesen werden: %2. Das Projekt wurde nicht geändert.</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>more than %1 entries</source>
        <translation>mehr als %1 Einträge</translation>
    </message>
    <message>
        <source>broken at byte %1</source>
        <translation>defekt bei Byte %1</translation>
    </message>
    <message>
        <source>it holds labels of whole pictures, and another table of the source holds boxes; import it by itself</source>
        <translation>sie enthält Antworten zu ganzen Bildern, und eine andere Tabelle der Quelle enthält Rahmen; importieren Sie sie für sich</translation>
    </message>
    <message>
        <source>the cells of the class hold descriptions, not names</source>
        <translation>die Zellen der Klasse enthalten Beschreibungen, keine Namen</translation>
    </message>
    <message>
        <source>no column names the class of the boxes</source>
        <translation>keine Spalte nennt die Klasse der Rahmen</translation>
    </message>
    <message>
        <source>the four numbers of a box may be two corners, or a corner and a size</source>
        <translation>die vier Zahlen eines Rahmens können zwei Ecken sein oder eine Ecke und eine Größe</translation>
    </message>
    <message>
        <source>the numbers are no boxes of these pictures, neither as corners nor as a corner and a size</source>
        <translation>die Zahlen sind keine Rahmen dieser Bilder, weder als Ecken noch als Ecke und Größe</translation>
    </message>
    <message>
        <source>there is no first row with names, and the columns are of no usual form</source>
        <translation>es gibt keine erste Zeile mit Namen, und die Spalten haben keine übliche Form</translation>
    </message>
    <message>
        <source>which of the five numbers is the class</source>
        <translation>welche der fünf Zahlen die Klasse ist</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>sie kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>a row of more than 4 MB</source>
        <translation>eine Zeile von mehr als 4 MB</translation>
    </message>
    <message>
        <source>There is not enough memory to read this picture. Close other programs, or import a reduced copy.</source>
        <translation>Der Speicher reicht nicht, um dieses Bild zu lesen. Schließen Sie andere Programme, oder importieren Sie eine verkleinerte Kopie.</translation>
    </message>
    <message>
        <source>Nothing in “%1” can be read. “%2”: %3 Nothing was changed.</source>
        <translation>In „%1“ ist nichts zu lesen. „%2“: %3 Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“%1” is not read: %2. Nothing was changed.</source>
        <translation>„%1“ wird nicht gelesen: %2. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>COCO panoptic segments, which hold no boxes</source>
        <translation>Panoptische COCO-Segmente, die keine Rahmen enthalten</translation>
    </message>
    <message>
        <source>COCO captions, which name no concepts</source>
        <translation>COCO-Bildunterschriften, die keine Konzepte nennen</translation>
    </message>
    <message>
        <source>COCO keypoints</source>
        <translation>COCO-Schlüsselpunkte</translation>
    </message>
    <message>
        <source>labelme annotations</source>
        <translation>labelme-Annotationen</translation>
    </message>
    <message>
        <source>VGG Image Annotator annotations</source>
        <translation>Annotationen des VGG Image Annotator</translation>
    </message>
    <message>
        <source>annotations of VGG Image Annotator 3</source>
        <translation>Annotationen des VGG Image Annotator 3</translation>
    </message>
    <message>
        <source>Datumaro annotations</source>
        <translation>Datumaro-Annotationen</translation>
    </message>
    <message>
        <source>VoTT annotations</source>
        <translation>VoTT-Annotationen</translation>
    </message>
    <message>
        <source>Label Studio annotations</source>
        <translation>Label-Studio-Annotationen</translation>
    </message>
    <message>
        <source>Supervisely annotations</source>
        <translation>Supervisely-Annotationen</translation>
    </message>
    <message>
        <source>Cityscapes annotations</source>
        <translation>Cityscapes-Annotationen</translation>
    </message>
    <message>
        <source>BDD100K annotations</source>
        <translation>BDD100K-Annotationen</translation>
    </message>
    <message>
        <source>Create ML annotations</source>
        <translation>Create-ML-Annotationen</translation>
    </message>
    <message>
        <source>SuperAnnotate annotations</source>
        <translation>SuperAnnotate-Annotationen</translation>
    </message>
    <message>
        <source>Labelbox annotations</source>
        <translation>Labelbox-Annotationen</translation>
    </message>
    <message>
        <source>CrowdHuman annotations</source>
        <translation>CrowdHuman-Annotationen</translation>
    </message>
    <message>
        <source>COCO annotations</source>
        <translation>COCO-Annotationen</translation>
    </message>
    <message>
        <source>CVAT annotations of a video</source>
        <translation>CVAT-Annotationen eines Videos</translation>
    </message>
    <message>
        <source>CVAT annotations</source>
        <translation>CVAT-Annotationen</translation>
    </message>
    <message>
        <source>dlib annotations</source>
        <translation>dlib-Annotationen</translation>
    </message>
    <message>
        <source>Pascal VOC annotations</source>
        <translation>Pascal-VOC-Annotationen</translation>
    </message>
    <message>
        <source>DOTA annotations</source>
        <translation>DOTA-Annotationen</translation>
    </message>
    <message>
        <source>YOLO labels</source>
        <translation>YOLO-Labels</translation>
    </message>
    <message>
        <source>VisDrone annotations</source>
        <translation>VisDrone-Annotationen</translation>
    </message>
    <message>
        <source>KITTI annotations</source>
        <translation>KITTI-Annotationen</translation>
    </message>
    <message>
        <source>boxes by four corners (DOTA, ICDAR)</source>
        <translation>Rahmen aus vier Ecken (DOTA, ICDAR)</translation>
    </message>
    <message>
        <source>an archive; unpack it to read what is in it</source>
        <translation>ein Archiv; entpacken Sie es, um zu lesen, was darin ist</translation>
    </message>
    <message>
        <source>a store of another program</source>
        <translation>ein Speicher eines anderen Programms</translation>
    </message>
    <message>
        <source>a table in which no pictures and their concepts were found</source>
        <translation>eine Tabelle, in der keine Bilder mit ihren Konzepten gefunden wurden</translation>
    </message>
    <message>
        <source>a list of names of classes</source>
        <translation>eine Liste von Klassennamen</translation>
    </message>
    <message>
        <source>no kind of annotation that is known</source>
        <translation>keine bekannte Art von Annotation</translation>
    </message>
    <message numerus="yes">
        <source>nor were %Ln more like it</source>
        <translation>
            <numerusform>und auch %Ln weitere dieser Art nicht</numerusform>
            <numerusform>und auch %Ln weitere dieser Art nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>its encoding “%1” is not known; save it as UTF-8</source>
        <translation>ihre Kodierung „%1“ ist nicht bekannt; speichern Sie sie als UTF-8</translation>
    </message>
    <message>
        <source>it declares the encoding “%1”, and its letters are of another one; save it as UTF-8</source>
        <translation>sie gibt die Kodierung „%1“ an, und ihre Buchstaben sind in einer anderen; speichern Sie sie als UTF-8</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>sie ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it is longer than 64 MB</source>
        <translation>sie ist länger als 64 MB</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2. Nothing was changed.</source>
        <translation>„%1“ kann nicht gelesen werden: %2. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>it holds no list of pictures</source>
        <translation>sie enthält keine Liste von Bildern</translation>
    </message>
    <message>
        <source>the shape of the region</source>
        <translation>die Form des Bereichs</translation>
    </message>
    <message>
        <source>VGG Image Annotator: %1</source>
        <translation>VGG Image Annotator: %1</translation>
    </message>
    <message>
        <source>it is no whole JSON</source>
        <translation>sie ist kein ganzes JSON</translation>
    </message>
    <message>
        <source>it is no VOC annotation</source>
        <translation>sie ist keine VOC-Annotation</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation>%1 (Zeile %2)</translation>
    </message>
    <message>
        <source>DTDs and entities are not read</source>
        <translation>DTDs und Entitäten werden nicht gelesen</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>sie ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>YOLO: label files and lists of pictures</source>
        <translation>YOLO: Labeldateien und Listen von Bildern</translation>
    </message>
    <message>
        <source>YOLO: label files beside the pictures</source>
        <translation>YOLO: Labeldateien neben den Bildern</translation>
    </message>
    <message>
        <source>the names of the columns say something else than the numbers below them</source>
        <translation>die Namen der Spalten sagen etwas anderes als die Zahlen darunter</translation>
    </message>
    <message>
        <source>the box is turned</source>
        <translation>das Rechteck ist gedreht</translation>
    </message>
    <message>
        <source>a line of boxes for each picture (keras-yolo3)</source>
        <translation>eine Zeile mit Rechtecken für jedes Bild (keras-yolo3)</translation>
    </message>
    <message>
        <source>a video; take its frames out as pictures</source>
        <translation>ein Video; entnehmen Sie ihm Einzelbilder</translation>
    </message>
    <message>
        <source>V7 Darwin annotations</source>
        <translation>Annotationen von V7 Darwin</translation>
    </message>
    <message>
        <source>RectLabel annotations</source>
        <translation>Annotationen von RectLabel</translation>
    </message>
    <message>
        <source>SageMaker annotations</source>
        <translation>Annotationen von SageMaker</translation>
    </message>
    <message>
        <source>Hugging Face metadata</source>
        <translation>Metadaten von Hugging Face</translation>
    </message>
    <message>
        <source>GeoJSON places</source>
        <translation>Orte in GeoJSON</translation>
    </message>
    <message>
        <source>that a box is difficult, truncated or occluded</source>
        <translation>dass ein Rahmen schwierig, abgeschnitten oder verdeckt ist</translation>
    </message>
    <message>
        <source>that a picture was looked at for some concepts only</source>
        <translation>dass ein Bild nur auf einige Konzepte hin angesehen wurde</translation>
    </message>
    <message>
        <source>the index of concepts</source>
        <translation>den Index der Konzepte</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>Folder for each class</source>
        <translation>Ordner für jede Klasse</translation>
    </message>
    <message>
        <source>%1 pictures went out, and %2 were read.</source>
        <translation>%1 Bilder wurden geschrieben und %2 gelesen.</translation>
    </message>
    <message>
        <source>“%1”: a concept “%2” was read that did not go out.</source>
        <translation>„%1“: Gelesen wurde ein Konzept „%2“, das nicht geschrieben wurde.</translation>
    </message>
    <message>
        <source>“%1” was not found again.</source>
        <translation>„%1“ wurde nicht wiedergefunden.</translation>
    </message>
    <message>
        <source>“%1” went out with the split “%2” and is read with “%3”.</source>
        <translation>„%1“ wurde mit dem Teil „%2“ geschrieben und wird mit „%3“ gelesen.</translation>
    </message>
    <message>
        <source>“%1” went out as annotated and is read as not annotated.</source>
        <translation>„%1“ wurde als annotiert geschrieben und wird als nicht annotiert gelesen.</translation>
    </message>
    <message>
        <source>“%1” went out as not annotated and is read as annotated.</source>
        <translation>„%1“ wurde als nicht annotiert geschrieben und wird als annotiert gelesen.</translation>
    </message>
    <message>
        <source>“%1” is read with other answers than went out.</source>
        <translation>„%1“ wird mit anderen Antworten gelesen, als geschrieben wurden.</translation>
    </message>
    <message>
        <source>“%1”: the marks (difficult, truncated, occluded, crowd) of a box of “%2” are read otherwise than they went out.</source>
        <translation>„%1“: Die Merkmale (schwierig, abgeschnitten, verdeckt, Gruppe) eines Rahmens von „%2“ werden anders gelesen, als sie geschrieben wurden.</translation>
    </message>
    <message>
        <source>“%1”: %2 boxes of “%3” went out, and %4 were read.</source>
        <translation>„%1“: %2 Rahmen von „%3“ wurden geschrieben und %4 gelesen.</translation>
    </message>
    <message>
        <source>that a box is a crowd</source>
        <translation>dass ein Rahmen eine Gruppe umschließt</translation>
    </message>
    <message>
        <source>the order and the index of concepts</source>
        <translation>die Reihenfolge und den Index der Konzepte</translation>
    </message>
    <message>
        <source>the split of pictures that nobody has looked at</source>
        <translation>die Aufteilung von Bildern, die niemand angesehen hat</translation>
    </message>
    <message>
        <source>that a box is difficult, truncated, occluded or a crowd</source>
        <translation>dass ein Rahmen schwierig, abgeschnitten, verdeckt oder eine Gruppe ist</translation>
    </message>
    <message>
        <source>pictures that nobody has looked at (copied, but in no list and without split)</source>
        <translation>Bilder, die niemand angesehen hat (kopiert, aber in keiner Liste und ohne Aufteilung)</translation>
    </message>
    <message>
        <source>pictures that nobody has looked at (copied, but in no row and without split)</source>
        <translation>Bilder, die niemand angesehen hat (kopiert, aber in keiner Zeile und ohne Aufteilung)</translation>
    </message>
    <message>
        <source>the folder tree of the pictures</source>
        <translation>den Ordnerbaum der Bilder</translation>
    </message>
    <message>
        <source>the index of concepts, and in their names what no folder can be called</source>
        <translation>den Index der Konzepte und in ihren Namen, was in keinem Ordnernamen stehen kann</translation>
    </message>
    <message>
        <source>pictures that nobody has looked at (programs take their folder, “unlabelled”, for a class)</source>
        <translation>Bilder, die niemand angesehen hat (Programme halten ihren Ordner „unlabelled“ für eine Klasse)</translation>
    </message>
    <message>
        <source>parts of a pixel (corners are rounded by half a pixel at most, boxes of one pixel grow to two)</source>
        <translation>Teile eines Pixels (Ecken werden um höchstens ein halbes Pixel gerundet, Rahmen von einem Pixel wachsen auf zwei)</translation>
    </message>
    <message>
        <source>pictures that nobody has looked at (programs take them for pictures on which nothing is)</source>
        <translation>Bilder, die niemand angesehen hat (Programme halten sie für Bilder, auf denen nichts ist)</translation>
    </message>
    <message>
        <source>Create ML: %1</source>
        <translation>Create ML: %1</translation>
    </message>
    <message>
        <source>it holds no annotations of CVAT</source>
        <translation>sie enthält keine Annotationen von CVAT</translation>
    </message>
    <message>
        <source>it is of a video; export it from CVAT as “CVAT for images 1.1”</source>
        <translation>sie gehört zu einem Video; exportieren Sie es aus CVAT als „CVAT for images 1.1“</translation>
    </message>
    <message>
        <source>CVAT: %1</source>
        <translation>CVAT: %1</translation>
    </message>
    <message>
        <source>Datumaro: %1</source>
        <translation>Datumaro: %1</translation>
    </message>
    <message>
        <source>one entry of more than %1 MB, at byte %2</source>
        <translation>ein Eintrag von mehr als %1 MB, bei Byte %2</translation>
    </message>
    <message>
        <source>it is no shape</source>
        <translation>es ist keine Form</translation>
    </message>
    <message>
        <source>the points of the shape</source>
        <translation>die Punkte der Form</translation>
    </message>
    <message numerus="yes">
        <source>labelme or X-AnyLabeling: %Ln file(s)</source>
        <translation>
            <numerusform>labelme oder X-AnyLabeling: %Ln Datei</numerusform>
            <numerusform>labelme oder X-AnyLabeling: %Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>COCO results without boxes</source>
        <translation>COCO-Ergebnisse ohne Rahmen</translation>
    </message>
    <message>
        <source>%1 (tags)</source>
        <comment>name of a view</comment>
        <translation>%1 (Tags)</translation>
    </message>
    <message>
        <source>%1 (boxes)</source>
        <comment>name of a view</comment>
        <translation>%1 (Rahmen)</translation>
    </message>
    <message>
        <source>No image or annotation file was recognised in “%1”. Read are: pictures (JPEG, PNG, BMP, TIFF, WebP, PNM, GIF), a folder for each class, Pascal VOC, COCO, YOLO, CSV, labelme, CVAT, Datumaro, Create ML, JSON lines and VIA. Nothing was changed.</source>
        <translation>In „%1“ wurde weder ein Bild noch eine Annotationsdatei erkannt. Gelesen werden: Bilder (JPEG, PNG, BMP, TIFF, WebP, PNM, GIF), ein Ordner je Klasse, Pascal VOC, COCO, YOLO, CSV, labelme, CVAT, Datumaro, Create ML, JSON-Zeilen und VIA. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>the kind of a region</source>
        <translation>die Art einer Region</translation>
    </message>
    <message>
        <source>JSON lines with views: %1</source>
        <translation>JSON-Zeilen mit Ansichten: %1</translation>
    </message>
    <message>
        <source>Studio JSON: %1</source>
        <translation>Studio-JSON: %1</translation>
    </message>
    <message>
        <source>Predictions (Vulcan JSON): %1</source>
        <translation>Vorhersagen (Vulcan-JSON): %1</translation>
    </message>
    <message>
        <source>it names no picture</source>
        <translation>sie nennt kein Bild</translation>
    </message>
    <message>
        <source>it holds no outputs</source>
        <translation>sie enthält keine Ausgaben</translation>
    </message>
    <message>
        <source>a view in it</source>
        <translation>eine Ansicht darin</translation>
    </message>
    <message>
        <source>the videos in it; take their frames out as pictures</source>
        <translation>die Videos darin; entnehmen Sie ihnen Einzelbilder</translation>
    </message>
    <message>
        <source>The archive “%1” was not unpacked: %2. Nothing was changed.</source>
        <translation>Das Archiv „%1“ wurde nicht entpackt: %2. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>it holds a name that is none</source>
        <translation>es enthält einen Namen, der keiner ist</translation>
    </message>
    <message>
        <source>the name “%1” in it leads out of its folder</source>
        <translation>der Name „%1“ darin führt aus seinem Ordner hinaus</translation>
    </message>
    <message>
        <source>two names in it are the same one on many systems: “%1” and “%2”</source>
        <translation>zwei Namen darin sind auf vielen Systemen derselbe: „%1“ und „%2“</translation>
    </message>
    <message numerus="yes">
        <source>it holds more than %Ln files</source>
        <translation>
            <numerusform>es enthält mehr als %Ln Datei</numerusform>
            <numerusform>es enthält mehr als %Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>unpacked it would be more than %1 times as large</source>
        <translation>entpackt wäre es mehr als %1-mal so groß</translation>
    </message>
    <message>
        <source>its list of contents is damaged</source>
        <translation>sein Inhaltsverzeichnis ist beschädigt</translation>
    </message>
    <message>
        <source>“%1” in it is a link or a device</source>
        <translation>„%1“ darin ist eine Verknüpfung oder ein Gerät</translation>
    </message>
    <message>
        <source>it is locked with a password; unpack it yourself, then import the folder</source>
        <translation>es ist mit einem Passwort geschützt; entpacken Sie es selbst und importieren Sie dann den Ordner</translation>
    </message>
    <message>
        <source>its place in the project cannot be written</source>
        <translation>an seinen Platz im Projekt kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>„%1“ kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>“%1” in it cannot be read (%2)</source>
        <translation>„%1“ darin kann nicht gelesen werden (%2)</translation>
    </message>
    <message>
        <source>“%1” in it is damaged</source>
        <translation>„%1“ darin ist beschädigt</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>Entpacken</translation>
    </message>
    <message>
        <source>it is damaged or no whole archive (%1)</source>
        <translation>es ist beschädigt oder kein vollständiges Archiv (%1)</translation>
    </message>
    <message>
        <source>it holds no files</source>
        <translation>es enthält keine Dateien</translation>
    </message>
    <message>
        <source>unpacked it would need %1 MB, and the disk of the project has %2 MB left</source>
        <translation>entpackt bräuchte es %1 MB, und auf dem Datenträger des Projekts sind noch %2 MB frei</translation>
    </message>
    <message>
        <source>“%1” could not be copied into the project: %2. Nothing was changed.</source>
        <translation>„%1“ konnte nicht in das Projekt kopiert werden: %2. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>it has changed meanwhile</source>
        <translation>die Datei hat sich inzwischen geändert</translation>
    </message>
    <message>
        <source>The copies need %1 MB, and the disk of the project has %2 MB left. Nothing was changed; free some space, or leave the pictures where they are.</source>
        <translation>Die Kopien brauchen %1 MB, und auf dem Datenträger des Projekts sind noch %2 MB frei. Nichts wurde geändert; schaffen Sie Platz, oder lassen Sie die Bilder, wo sie sind.</translation>
    </message>
    <message>
        <source>Copying pictures</source>
        <translation>Bilder kopieren</translation>
    </message>
    <message>
        <source>Frames of the film %1</source>
        <translation>Einzelbilder des Films %1</translation>
    </message>
    <message>
        <source>The frames of “%1” find no room: the disk is full. Nothing was changed; free some space, or take fewer frames a second.</source>
        <translation>Für die Einzelbilder von „%1“ ist kein Platz: Der Datenträger ist voll. Nichts wurde geändert; schaffen Sie Platz, oder nehmen Sie weniger Einzelbilder je Sekunde.</translation>
    </message>
    <message>
        <source>Taking frames of “%1”</source>
        <translation>Einzelbilder von „%1“ entnehmen</translation>
    </message>
    <message>
        <source>The frames of “%1” cannot be written to “%2”. Nothing was changed.</source>
        <translation>Die Einzelbilder von „%1“ können nicht nach „%2“ geschrieben werden. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>No frame of “%1” can be read. Nothing was changed; convert the film, or look for the original.</source>
        <translation>Kein Einzelbild von „%1“ kann gelesen werden. Nichts wurde geändert; wandeln Sie den Film um, oder suchen Sie das Original.</translation>
    </message>
    <message>
        <source>pictures that nobody has looked at: where they are copied, they stand in no list</source>
        <translation>Bilder, die niemand angesehen hat: Wo sie kopiert werden, stehen sie in keiner Liste</translation>
    </message>
    <message>
        <source>pictures that nobody has looked at: where they are copied, they stand in no list and have no split</source>
        <translation>Bilder, die niemand angesehen hat: Wo sie kopiert werden, stehen sie in keiner Liste und haben keine Aufteilung</translation>
    </message>
    <message>
        <source>that a box is difficult, truncated or a crowd</source>
        <translation>dass ein Rahmen schwierig, abgeschnitten oder eine Gruppe ist</translation>
    </message>
    <message>
        <source>the difference between “no” and “not looked at” of a concept</source>
        <translation>den Unterschied zwischen „Nein“ und „nicht angesehen“ eines Konzepts</translation>
    </message>
    <message>
        <source>CVAT for images 1.1</source>
        <translation>CVAT for images 1.1</translation>
    </message>
    <message>
        <source>that a box is truncated, occluded or a crowd</source>
        <translation>dass ein Rahmen abgeschnitten, verdeckt oder eine Gruppe ist</translation>
    </message>
    <message>
        <source>project lines or Studio JSON</source>
        <translation>Projektzeilen oder Studio-JSON</translation>
    </message>
    <message>
        <source>predictions (Vulcan JSON)</source>
        <translation>Vorhersagen (Vulcan-JSON)</translation>
    </message>
    <message>
        <source>JSON lines with views</source>
        <translation>JSON-Zeilen mit Ansichten</translation>
    </message>
</context>
<context>
    <name>StorageUse</name>
    <message>
        <source>“%1” is open in another Oriel, and a training may read there. Nothing was emptied. Close it there, then empty it here.</source>
        <translation>„%1“ ist in einem anderen Oriel geöffnet, und dort kann ein Training lesen. Es wurde nichts geleert. Schließen Sie es dort, und leeren Sie es dann hier.</translation>
    </message>
</context>
<context>
    <name>TargetFolder</name>
    <message>
        <source>“%1” could not be written: %2. The project and its pictures are unharmed. Choose another place, or make room, and export again.</source>
        <translation>„%1“ ließ sich nicht schreiben: %2. Das Projekt und seine Bilder sind unversehrt. Wählen Sie einen anderen Ort oder schaffen Sie Platz, und exportieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>the folder could not be made</source>
        <translation>der Ordner ließ sich nicht anlegen</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>There is not enough memory for this picture. Close other programs, or use a reduced copy.</source>
        <translation>Der Speicher reicht für dieses Bild nicht. Schließen Sie andere Programme, oder verwenden Sie eine verkleinerte Kopie.</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>The weights trained on ImageNet were not found on this machine, so the network started from random ones: expect less exact answers from few pictures.</source>
        <translation>Die auf ImageNet trainierten Gewichte wurden auf diesem Rechner nicht gefunden, darum begann das Netz mit zufälligen: Bei wenigen Bildern sind weniger genaue Antworten zu erwarten.</translation>
    </message>
    <message>
        <source>The loss became not a number at epoch %1, batch %2. The best weights so far are kept. Train again with a smaller learning rate.</source>
        <translation>Der Verlust war in Epoche %1, Stapel %2 keine Zahl mehr. Die bisher besten Gewichte bleiben erhalten. Trainieren Sie erneut mit kleinerer Lernrate.</translation>
    </message>
    <message>
        <source>This version gives every validation picture the same answer: it has learnt nothing. Look at the annotations, or train with a smaller learning rate.</source>
        <translation>Diese Version gibt jedem Validierungsbild dieselbe Antwort: Sie hat nichts gelernt. Sehen Sie die Annotationen durch, oder trainieren Sie mit kleinerer Lernrate.</translation>
    </message>
    <message>
        <source>There is not enough memory for this training. The best weights so far are kept. Train again with a smaller batch or image size.</source>
        <translation>Der Speicher reicht für dieses Training nicht. Die bisher besten Gewichte bleiben erhalten. Trainieren Sie erneut mit kleinerem Stapel oder kleinerer Bildgröße.</translation>
    </message>
    <message>
        <source>There is nothing to train on: annotate some pictures of the training split first.</source>
        <translation>Es gibt nichts, womit trainiert werden könnte: Annotieren Sie zuerst einige Trainingsbilder.</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more.</source>
        <translation>
            <numerusform>… und %Ln weiteres.</numerusform>
            <numerusform>… und %Ln weitere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 picture(s) cannot be read, so the training was not started: it passes over 1 % of them. Nothing was changed. Bring the files back, or leave these pictures out, and train again.</source>
        <translation>
            <numerusform>%Ln von %1 Bildern kann nicht gelesen werden, daher wurde das Training nicht begonnen: Es übergeht höchstens 1 % davon. Nichts wurde geändert. Bringen Sie die Datei zurück, oder lassen Sie das Bild aus, und trainieren Sie noch einmal.</numerusform>
            <numerusform>%Ln von %1 Bildern können nicht gelesen werden, daher wurde das Training nicht begonnen: Es übergeht höchstens 1 % davon. Nichts wurde geändert. Bringen Sie die Dateien zurück, oder lassen Sie diese Bilder aus, und trainieren Sie noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last training example of a concept is among the pictures that cannot be read, so the training was not started. Nothing was changed. Bring the files back, or annotate others, and train again.</source>
        <translation>Das letzte Trainingsbeispiel eines Konzepts ist unter den Bildern, die nicht gelesen werden können, daher wurde das Training nicht begonnen. Nichts wurde geändert. Bringen Sie die Dateien zurück, oder annotieren Sie andere, und trainieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>No validation picture has a class, so there was nothing to choose the best epoch by: the last one was kept.</source>
        <translation>Kein Validierungsbild hat eine Klasse, es gab also nichts, um die beste Epoche zu wählen: Die letzte wurde behalten.</translation>
    </message>
    <message>
        <source>No validation picture has a yes, so there was nothing to choose the best epoch by: the last one was kept.</source>
        <translation>Kein Validierungsbild hat ein Ja, es gab also nichts, um die beste Epoche zu wählen: Die letzte wurde behalten.</translation>
    </message>
    <message>
        <source>No validation picture has a box, so there was nothing to choose the best epoch by: the last one was kept.</source>
        <translation>Kein Validierungsbild hat einen Rahmen, es gab also nichts, um die beste Epoche zu wählen: Die letzte wurde behalten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) could not be read and took no part: %1.</source>
        <translation>
            <numerusform>%Ln Bild konnte nicht gelesen werden und nahm nicht teil: %1.</numerusform>
            <numerusform>%Ln Bilder konnten nicht gelesen werden und nahmen nicht teil: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The training cannot go on: %1. The best weights so far are kept. Free some space, then train again.</source>
        <translation>Das Training kann nicht weitergehen: %1. Die bisher besten Gewichte sind behalten. Schaffen Sie Platz, und trainieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>The training cannot go on: the library that computes failed, and the log says how. The best weights so far are kept. Train again with a smaller batch or image size, or on another device.</source>
        <translation>Das Training kann nicht weitergehen: Die rechnende Bibliothek ist gescheitert, das Protokoll sagt wie. Die bisher besten Gewichte sind behalten. Trainieren Sie mit kleinerem Stapel oder Bild oder auf einem anderen Gerät noch einmal.</translation>
    </message>
    <message>
        <source>%1 does not belong to this training, so it cannot go on from there. Nothing was changed; train again from the beginning.</source>
        <translation>%1 gehört nicht zu diesem Training, es kann von dort nicht weitergehen. Nichts wurde geändert; trainieren Sie noch einmal von Anfang an.</translation>
    </message>
</context>
<context>
    <name>TrainingQueue</name>
    <message>
        <source>The folder %1 cannot be made, so the training was not started. Nothing else was changed. Look whether the project&apos;s disk has room and can be written.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden, daher wurde das Training nicht begonnen. Sonst wurde nichts geändert. Sehen Sie nach, ob der Datenträger des Projekts Platz hat und beschreibbar ist.</translation>
    </message>
    <message>
        <source>The view is no longer in the project, so the training was not started. Nothing was changed.</source>
        <translation>Die Sicht ist nicht mehr im Projekt, daher wurde das Training nicht begonnen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A version is called &quot;%1&quot; already. Nothing was changed; choose another name.</source>
        <translation>Eine Version heißt schon „%1“. Nichts wurde geändert; wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>TrainingSelection</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weiteres</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>concept (examples)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No training example for: %1. Annotate some, or delete the concept.</source>
        <translation>Kein Trainingsbeispiel für: %1. Annotieren Sie einige, oder löschen Sie das Konzept.</translation>
    </message>
    <message>
        <source>Fewer than %1 training examples for: %2. More of them will help most.</source>
        <translation>Weniger als %1 Trainingsbeispiele für: %2. Mehr davon helfen am meisten.</translation>
    </message>
    <message>
        <source>A classification needs at least two concepts. Add one on the page Views and concepts.</source>
        <translation>Eine Klassifikation braucht mindestens zwei Konzepte. Fügen Sie auf der Seite „Ansichten &amp; Konzepte“ eines hinzu.</translation>
    </message>
    <message>
        <source>%1 has %2 training examples, %3 only %4. The rare concept will be learned less well.</source>
        <translation>%1 hat %2 Trainingsbeispiele, %3 nur %4. Das seltene Konzept wird weniger gut gelernt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) unlike the others are left out until you accept them.</source>
        <translation>
            <numerusform>%Ln Bild, das anders als die übrigen ist, wird ausgelassen, bis Sie es annehmen.</numerusform>
            <numerusform>%Ln Bilder, die anders als die übrigen sind, werden ausgelassen, bis Sie sie annehmen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cut-off picture file(s) are left out until you accept them.</source>
        <translation>
            <numerusform>%Ln abgeschnittene Bilddatei wird ausgelassen, bis Sie sie annehmen.</numerusform>
            <numerusform>%Ln abgeschnittene Bilddateien werden ausgelassen, bis Sie sie annehmen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture file(s) were not found and are left out.</source>
        <translation>
            <numerusform>%Ln Bilddatei wurde nicht gefunden und wird ausgelassen.</numerusform>
            <numerusform>%Ln Bilddateien wurden nicht gefunden und werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture file(s) have changed since the import and are left out.</source>
        <translation>
            <numerusform>%Ln Bilddatei hat sich seit dem Import geändert und wird ausgelassen.</numerusform>
            <numerusform>%Ln Bilddateien haben sich seit dem Import geändert und werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture file(s) cannot be read and are left out.</source>
        <translation>
            <numerusform>%Ln Bilddatei kann nicht gelesen werden und wird ausgelassen.</numerusform>
            <numerusform>%Ln Bilddateien können nicht gelesen werden und werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) belong to no split and are left out.</source>
        <translation>
            <numerusform>%Ln Bild ist keinem Teil der Aufteilung zugeordnet und wird ausgelassen.</numerusform>
            <numerusform>%Ln Bilder sind keinem Teil der Aufteilung zugeordnet und werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) are not annotated yet and are left out.</source>
        <translation>
            <numerusform>%Ln Bild ist noch nicht annotiert und wird ausgelassen.</numerusform>
            <numerusform>%Ln Bilder sind noch nicht annotiert und werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln training picture(s) without concept are not used for training; in the validation set they count.</source>
        <translation>
            <numerusform>%Ln Trainingsbild ohne Konzept dient nicht zum Training; bei der Validierung zählen solche Bilder.</numerusform>
            <numerusform>%Ln Trainingsbilder ohne Konzept dienen nicht zum Training; bei der Validierung zählen solche Bilder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln training picture(s) without concept are used as examples of “no”.</source>
        <translation>
            <numerusform>%Ln Trainingsbild ohne Konzept dient als Beispiel für „nein“.</numerusform>
            <numerusform>%Ln Trainingsbilder ohne Konzept dienen als Beispiele für „nein“.</numerusform>
        </translation>
    </message>
    <message>
        <source>This view has no concept yet. Add the first on the page Views and concepts.</source>
        <translation>Diese Ansicht hat noch kein Konzept. Fügen Sie das erste auf der Seite „Ansichten &amp; Konzepte“ hinzu.</translation>
    </message>
    <message>
        <source>No picture of the training set is annotated. Annotate some first.</source>
        <translation>Kein Trainingsbild ist annotiert. Annotieren Sie zuerst einige.</translation>
    </message>
    <message>
        <source>The validation set is empty: there will be no validation curves, no best checkpoint and no evaluation.</source>
        <translation>Es gibt keine Validierungsbilder, also keine Validierungskurven, keinen besten Stand und keine Auswertung.</translation>
    </message>
    <message>
        <source>No validation picture has a box: there is nothing to choose the best epoch by, so the last one will be kept.</source>
        <translation>Kein Validierungsbild hat einen Rahmen: Es gibt nichts, um die beste Epoche zu wählen, daher wird die letzte behalten.</translation>
    </message>
    <message>
        <source>No validation picture has a yes: there is nothing to choose the best epoch by, so the last one will be kept.</source>
        <translation>Kein Validierungsbild hat ein Ja: Es gibt nichts, um die beste Epoche zu wählen, daher wird die letzte behalten.</translation>
    </message>
    <message>
        <source>No validation picture has a class: there is nothing to choose the best epoch by, so the last one will be kept.</source>
        <translation>Kein Validierungsbild hat eine Klasse: Es gibt nichts, um die beste Epoche zu wählen, daher wird die letzte behalten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln box(es) are under %1 px at this size: the network hardly sees them.</source>
        <translation>
            <numerusform>%Ln Rahmen ist bei dieser Größe unter %1 px: Das Netz sieht ihn kaum.</numerusform>
            <numerusform>%Ln Rahmen sind bei dieser Größe unter %1 px: Das Netz sieht sie kaum.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingSpec</name>
    <message>
        <source>%1 must be from %2 to %3, not %4.</source>
        <translation>%1 muss zwischen %2 und %3 liegen, nicht bei %4.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>SGD mit Momentum</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>Ein Zyklus</translation>
    </message>
    <message>
        <source>Three steps</source>
        <translation>Drei Stufen</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Mirror only</source>
        <translation>Nur spiegeln</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>General pictures</source>
        <translation>Allgemeine Bilder</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>Von Grund auf</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>%1 must be a whole number, not %2.</source>
        <translation>%1 muss eine ganze Zahl sein, nicht %2.</translation>
    </message>
    <message>
        <source>%1 must be a multiple of %2, not %3.</source>
        <translation>%1 muss ein Vielfaches von %2 sein, nicht %3.</translation>
    </message>
    <message>
        <source>There is no device “%1”: choose auto, cpu, cuda or mps.</source>
        <translation>Es gibt kein Gerät „%1“: Wählen Sie auto, cpu, cuda oder mps.</translation>
    </message>
    <message>
        <source>%1 must be one of %2, not “%3”.</source>
        <translation>%1 muss eines von %2 sein, nicht „%3“.</translation>
    </message>
    <message>
        <source>Epochs must be at least 1: without an epoch only the last layer is fitted, which needs a network that knows general pictures, and no boxes.</source>
        <translation>Es muss mindestens 1 Epoche sein: Ohne Epoche wird nur die letzte Schicht angepasst; dafür braucht es ein Netz, das allgemeine Bilder kennt, und keine Rahmen.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>what a version answers</source>
        <translation>was eine Version antwortet</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>the network; the default depends on the view</source>
        <translation>das Netz; die Vorgabe hängt von der Ansicht ab</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>times that every training picture is seen</source>
        <translation>wie oft jedes Trainingsbild gesehen wird</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>pictures in one step</source>
        <translation>Bilder in einem Schritt</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>greatest step size</source>
        <translation>größte Schrittweite</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>how the network moves after each batch</source>
        <translation>wie sich das Netz nach jedem Stapel bewegt</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Ratenplan</translation>
    </message>
    <message>
        <source>how the step size moves during the run</source>
        <translation>wie sich die Schrittweite während des Laufs bewegt</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>side of the network&apos;s input, a multiple of 32</source>
        <translation>Seite der Eingabe des Netzes, ein Vielfaches von 32</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>how pictures are varied</source>
        <translation>wie Bilder verändert werden</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgangspunkt</translation>
    </message>
    <message>
        <source>what the network starts from</source>
        <translation>wovon das Netz ausgeht</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>equal seeds train equal versions</source>
        <translation>gleiche Startwerte trainieren gleiche Versionen</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>auto, cpu, cuda or mps</source>
        <translation>auto, cpu, cuda oder mps</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>processor threads; 0: all</source>
        <translation>Threads des Prozessors; 0: alle</translation>
    </message>
    <message>
        <source>Learns in</source>
        <translation>Lernt in</translation>
    </message>
    <message>
        <source>type of numbers while it learns; auto measures once and writes down what was chosen</source>
        <translation>Zahlentyp beim Lernen; auto misst einmal und schreibt auf, was gewählt wurde</translation>
    </message>
    <message>
        <source>Answers in</source>
        <translation>Antwortet in</translation>
    </message>
    <message>
        <source>type of numbers while it answers; auto as above</source>
        <translation>Zahlentyp beim Antworten; auto wie oben</translation>
    </message>
</context>
<context>
    <name>TrainingStep</name>
    <message>
        <source>Freeze data</source>
        <translation>Daten festhalten</translation>
    </message>
    <message>
        <source>Fill the pixel cache</source>
        <translation>Pixelspeicher füllen</translation>
    </message>
    <message>
        <source>Fit head</source>
        <translation>Kopf anpassen</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Evaluate best</source>
        <translation>Bestes auswerten</translation>
    </message>
    <message>
        <source>Choose thresholds</source>
        <translation>Schwellen wählen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>VersionEdits</name>
    <message>
        <source>This version is not in the project any more. Nothing was changed.</source>
        <translation>Diese Version ist nicht mehr im Projekt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>There is a version named &quot;%1&quot; already. &quot;%2&quot; keeps its name. Choose another one.</source>
        <translation>Es gibt schon eine Version namens „%1“. „%2“ behält ihren Namen. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Rename version</source>
        <translation>Version umbenennen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is being trained. It was not deleted. Stop its training first.</source>
        <translation>„%1“ wird gerade trainiert und wurde nicht gelöscht. Halten Sie zuerst das Training an.</translation>
    </message>
    <message>
        <source>Delete version</source>
        <translation>Version löschen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was deleted from the project, but some of its files could not be. They are of no more use and lie in %2.</source>
        <translation>„%1“ wurde aus dem Projekt gelöscht, aber nicht alle ihre Dateien. Sie werden nicht mehr gebraucht und liegen in %2.</translation>
    </message>
</context>
<context>
    <name>VersionFacts</name>
    <message>
        <source>0, the head phase</source>
        <extracomment>Epoch 0 is the head phase, before the network itself is trained</extracomment>
        <translation>0, die Kopfphase</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Beste Epoche</translation>
    </message>
    <message>
        <source>The epoch whose weights are kept.</source>
        <translation>Die Epoche, deren Gewichte behalten sind.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Known when the network has been built.</source>
        <translation>Bekannt, sobald das Netz gebaut ist.</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>How long a training took, and where it ran: &quot;14 min on CPU&quot;</extracomment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Konzepte</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgangspunkt</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Epochs</source>
        <extracomment>Number of epochs, and which of them is kept</extracomment>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <extracomment>An optimizer and its learning rate: &quot;AdamW, 1.0e-3&quot;</extracomment>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Ratenplan</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1, best %2</source>
        <translation>%1, beste %2</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Versions of one revision were trained and judged on exactly the same data.</source>
        <translation>Versionen einer Revision wurden mit genau denselben Daten trainiert und beurteilt.</translation>
    </message>
</context>
<context>
    <name>VersionFolder</name>
    <message>
        <source>The file run.sqlite of this version speaks of other concepts than the version. What it holds is not shown.</source>
        <translation>Die Datei run.sqlite dieser Version spricht von anderen Konzepten als die Version. Was sie enthält, wird nicht gezeigt.</translation>
    </message>
</context>
<context>
    <name>VersionRepository</name>
    <message>
        <source>A version is called “%1” already. Nothing was changed; choose another name.</source>
        <translation>Eine Version heißt schon „%1“. Es wurde nichts geändert; wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>VideoFile</name>
    <message>
        <source>The part of Oriel that reads films and cameras (oriel_videos) is missing or cannot be loaded. Everything else works. Install Oriel again to get it.</source>
        <translation>Der Teil von Oriel, der Filme und Kameras liest (oriel_videos), fehlt oder kann nicht geladen werden. Alles andere funktioniert. Installieren Sie Oriel erneut, um ihn zu erhalten.</translation>
    </message>
    <message>
        <source>Camera %1</source>
        <translation>Kamera %1</translation>
    </message>
    <message>
        <source>“%1” is not there, or is no file. Nothing was predicted.</source>
        <translation>„%1“ ist nicht da oder keine Datei. Es wurde nichts vorhergesagt.</translation>
    </message>
    <message>
        <source>“%1” may not be read. Nothing was predicted. Give yourself the right to read it, then try again.</source>
        <translation>„%1“ darf nicht gelesen werden. Es wurde nichts vorhergesagt. Geben Sie sich das Recht, die Datei zu lesen, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>“%1” is no film that Oriel can read. The file was left as it is. Convert it to MP4 (H.264) or AVI, then try again.</source>
        <translation>„%1“ ist kein Film, den Oriel lesen kann. Die Datei wurde nicht verändert. Wandeln Sie sie in MP4 (H.264) oder AVI um und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The camera “%1” gives no pictures. Nothing was changed. Close other programs that use it, and allow Oriel to use it in the settings of the system (Linux: your user must be in the group “video”), then try again.</source>
        <translation>Die Kamera „%1“ liefert keine Bilder. Es wurde nichts verändert. Schließen Sie andere Programme, die sie benutzen, erlauben Sie Oriel in den Einstellungen des Systems, sie zu benutzen (Linux: Ihr Benutzer muss in der Gruppe „video“ sein), und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The camera “%1” gives no pictures any more. What was predicted before is kept. Plug it in again, then start anew.</source>
        <translation>Die Kamera „%1“ liefert keine Bilder mehr. Was vorher vorhergesagt wurde, bleibt erhalten. Schließen Sie sie wieder an und beginnen Sie neu.</translation>
    </message>
    <message>
        <source>“%1” holds no picture that can be read. The file was left as it is.</source>
        <translation>„%1“ enthält kein lesbares Bild. Die Datei wurde nicht verändert.</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>A name needs at least one character. Nothing was changed.</source>
        <translation>Ein Name braucht mindestens ein Zeichen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A name has at most 200 characters; this one has %1. Nothing was changed.</source>
        <translation>Ein Name hat höchstens 200 Zeichen; dieser hat %1. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A name cannot hold line breaks, tabs or other control characters. Nothing was changed.</source>
        <translation>Ein Name darf keine Zeilenumbrüche, Tabulatoren oder anderen Steuerzeichen enthalten. Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message>
        <source>The weights file %1 is damaged (%2). Nothing was changed; train again or copy the file anew.</source>
        <translation>Die Gewichtsdatei %1 ist beschädigt (%2). Es wurde nichts geändert; trainieren Sie erneut, oder kopieren Sie die Datei neu.</translation>
    </message>
    <message>
        <source>its header is not JSON</source>
        <translation>ihr Kopf ist kein JSON</translation>
    </message>
    <message>
        <source>its header is not JSON, or names a tensor twice</source>
        <translation>ihr Kopf ist kein JSON oder nennt einen Tensor zweimal</translation>
    </message>
    <message>
        <source>tensor %1 is described wrongly</source>
        <translation>Tensor %1 ist falsch beschrieben</translation>
    </message>
    <message>
        <source>its tensors overlap or leave a gap</source>
        <translation>ihre Tensoren überlappen sich oder lassen eine Lücke</translation>
    </message>
    <message>
        <source>it is cut or too long</source>
        <translation>sie ist abgeschnitten oder zu lang</translation>
    </message>
    <message>
        <source>The weights file %1 cannot be read (%2).</source>
        <translation>Die Gewichtsdatei %1 kann nicht gelesen werden (%2).</translation>
    </message>
    <message>
        <source>it is cut, or no safetensors file</source>
        <translation>sie ist abgeschnitten oder keine safetensors-Datei</translation>
    </message>
    <message>
        <source>The weights hold values that are not numbers (%1), so they cannot be used.</source>
        <translation>Die Gewichte enthalten Werte, die keine Zahlen sind (%1), und sind darum nicht nutzbar.</translation>
    </message>
    <message numerus="yes">
        <source>The weights do not belong to this network: %Ln of its tensors differ.</source>
        <translation>
            <numerusform>Die Gewichte gehören nicht zu diesem Netz: %Ln seiner Tensoren weicht ab.</numerusform>
            <numerusform>Die Gewichte gehören nicht zu diesem Netz: %Ln seiner Tensoren weichen ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>The weights could not be saved to %1: %2. What was saved before is whole. Free some space or bring the folder back, then train again.</source>
        <translation>Die Gewichte konnten nicht nach %1 gespeichert werden: %2. Was vorher gespeichert wurde, ist ganz. Schaffen Sie Platz, oder bringen Sie den Ordner zurück, und trainieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>its header is nested too deep</source>
        <translation>ihr Kopf ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>es gibt keine solche Datei</translation>
    </message>
</context>
<context>
    <name>core::EvaluationJob</name>
    <message>
        <source>There is no annotated picture in this part of the view, so there is nothing to judge the version on. Nothing was changed.</source>
        <translation>In diesem Teil der Ansicht gibt es kein annotiertes Bild, also nichts, woran die Version beurteilt werden könnte. Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>core::Job</name>
    <message>
        <source>The work ended with an error that has no description.</source>
        <translation>Die Arbeit endete mit einem Fehler ohne Beschreibung.</translation>
    </message>
</context>
<context>
    <name>core::ModelExportJob</name>
    <message>
        <source>This version is no longer in the project. Nothing was written.</source>
        <translation>Diese Version ist nicht mehr im Projekt. Nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>core::PictureCheck</name>
    <message>
        <source>Checking pictures</source>
        <translation>Bilder prüfen</translation>
    </message>
</context>
<context>
    <name>core::TrainingQueue</name>
    <message>
        <source>The program was closed while this training was ending. What it had reached is listed.</source>
        <translation>Das Programm wurde geschlossen, als dieses Training gerade endete. Was es erreicht hatte, ist aufgeführt.</translation>
    </message>
    <message>
        <source>This could not be stored, for a reason that is not known. What was stored before is unharmed.</source>
        <translation>Das konnte aus unbekanntem Grund nicht gespeichert werden. Was vorher gespeichert wurde, ist unversehrt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ended, but the project could not store how: %2 Its files are kept, and it is stored as soon as that is possible.</source>
        <translation>„%1“ ist zu Ende, aber das Projekt konnte nicht speichern, wie: %2 Die Dateien sind behalten, und es wird gespeichert, sobald das möglich ist.</translation>
    </message>
</context>
<context>
    <name>ui</name>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>What a running training does now, and the time it still needs: &quot;Epoch 7 of 20, about 12 min&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Weights deleted</source>
        <translation>Gewichte gelöscht</translation>
    </message>
    <message>
        <source>Its numbers are kept. To predict with it, train again.</source>
        <translation>Die Zahlen der Version bleiben erhalten. Um mit ihr vorherzusagen, trainieren Sie erneut.</translation>
    </message>
    <message>
        <source>Weights not found</source>
        <translation>Gewichte nicht gefunden</translation>
    </message>
    <message>
        <source>The file of its weights is not in its folder. Its numbers are kept.</source>
        <translation>Die Datei der Gewichte ist nicht in ihrem Ordner. Die Zahlen der Version bleiben erhalten.</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Starts when the trainings before it have ended.</source>
        <translation>Beginnt, wenn die Trainings davor beendet sind.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>It was stopped before there was anything to keep.</source>
        <translation>Es wurde angehalten, bevor es etwas zu behalten gab.</translation>
    </message>
    <message>
        <source>Stopped (best kept)</source>
        <translation>Angehalten (Bestes behalten)</translation>
    </message>
    <message>
        <source>A person ended it. The best epoch so far is kept.</source>
        <translation>Es wurde von Hand beendet. Die bisher beste Epoche bleibt erhalten.</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Mean LRP score</source>
        <translation>LRP-Mittelwert</translation>
    </message>
    <message>
        <source>Share of images whose highest-scored concept is right.</source>
        <translation>Anteil der Bilder, deren Konzept mit der höchsten Konfidenz richtig ist.</translation>
    </message>
    <message>
        <source>Share of yes and no answers that are right at threshold 0.5; unseen ones are left out. At threshold 0.5, so take it with a grain of salt.</source>
        <translation>Anteil der richtigen Ja- und Nein-Antworten bei Schwelle 0,5; nicht angesehene zählen nicht mit. Da die Schwelle 0,5 ist, mit Vorsicht zu genießen.</translation>
    </message>
    <message>
        <source>TP ÷ (TP + FP + FN) at threshold 0.5 and an overlap above 0.5. At threshold 0.5, so take it with a grain of salt.</source>
        <translation>TP ÷ (TP + FP + FN) bei Schwelle 0,5 und einer Überlappung über 0,5. Da die Schwelle 0,5 ist, mit Vorsicht zu genießen.</translation>
    </message>
    <message>
        <source>Mean of the average precision of each concept over overlaps from 0.50 to 0.95; mAP 50 is the same at an overlap of 0.50.</source>
        <translation>Mittel der mittleren Präzision (AP) aller Konzepte über Überlappungen von 0,50 bis 0,95; mAP 50 ist dasselbe bei einer Überlappung von 0,50.</translation>
    </message>
    <message>
        <source>Mean of the average precision of each concept: the area under its precision-recall curve.</source>
        <translation>Mittel der mittleren Präzision (AP) aller Konzepte: der Fläche unter der Präzision-Recall-Kurve.</translation>
    </message>
    <message>
        <source>1 − LRP error, mean over concepts: counts missed and false boxes and how well the others fit. Higher is better.</source>
        <translation>1 − LRP-Fehler, Mittel über die Konzepte: zählt übersehene und falsche Rahmen und wie gut die übrigen passen. Höher ist besser.</translation>
    </message>
    <message>
        <source>Scores are split into found and discarded at the concept&apos;s threshold, while accuracy is taken at 0.5.</source>
        <translation>Die Konfidenz wird an der Schwelle des Konzepts in gefunden und verworfen geteilt; die Genauigkeit dagegen gilt bei 0,5.</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>Klassifikation</translation>
    </message>
    <message>
        <source>tagging</source>
        <translation>Verschlagwortung</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>%1&#xa0;%</source>
        <extracomment>A share in percent, e.g. 48.0 %; the space does not break.</extracomment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Waits to be started</source>
        <translation>Wartet auf den Start</translation>
    </message>
    <message>
        <source>Starts after %1</source>
        <translation>Beginnt nach %1</translation>
    </message>
    <message>
        <source>Starts after %1, about %2</source>
        <extracomment>%1: the version before it, %2: time of day</extracomment>
        <translation>Beginnt nach %1, etwa %2</translation>
    </message>
    <message>
        <source>%1 M</source>
        <extracomment>Number of a network&apos;s parameters, in millions</extracomment>
        <translation>%1 M</translation>
    </message>
</context>
<context>
    <name>ui::AboutDialog</name>
    <message>
        <source>%1, %2</source>
        <comment>device, memory</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: not usable. %2</source>
        <comment>device, reason</comment>
        <translation>%1: nicht nutzbar. %2</translation>
    </message>
    <message>
        <source>Device %1</source>
        <comment>key of a device</comment>
        <translation>Gerät %1</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Oriel is free software: you can redistribute it and/or modify it under the terms of the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Oriel ist freie Software: Sie dürfen es unter den Bedingungen der GNU General Public License, Version 3 oder neuer, weitergeben und verändern. Es kommt ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>About Oriel</source>
        <translation>Über Oriel</translation>
    </message>
    <message>
        <source>Annotate pictures, train vision models, judge them. On this machine alone: nothing is sent anywhere.</source>
        <translation>Bilder annotieren, Bildmodelle trainieren und beurteilen. Nur auf diesem Rechner: Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::AddConcept</name>
    <message>
        <source>Added %1</source>
        <extracomment>%1: name of a concept</extracomment>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>Add concept</source>
        <translation>Konzept hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; is new. Do the %Ln annotated pictures have it?</source>
        <extracomment>%1: name of a concept, %Ln: number of annotated images</extracomment>
        <translation>
            <numerusform>„%1“ ist neu. Hat das eine annotierte Bild es?</numerusform>
            <numerusform>„%1“ ist neu. Haben die %Ln annotierten Bilder es?</numerusform>
        </translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Noch nicht angesehen</translation>
    </message>
    <message>
        <source>None of them has it</source>
        <translation>Keines davon hat es</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::AnnotateDesk</name>
    <message>
        <source>Every other image of this list is annotated.</source>
        <translation>Alle anderen Bilder dieser Liste sind annotiert.</translation>
    </message>
    <message>
        <source>Drag to draw a box; digits set its concept.</source>
        <translation>Ziehen Sie einen Rahmen auf; Ziffern setzen sein Konzept.</translation>
    </message>
    <message>
        <source>This picture cannot be read: %1</source>
        <extracomment>%1: why, a sentence</extracomment>
        <translation>Dieses Bild kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Its annotations are kept.</source>
        <translation>Die Annotationen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Konzept</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
</context>
<context>
    <name>ui::AnnotateHeader</name>
    <message>
        <source>Previous image</source>
        <translation>Vorheriges Bild</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Zoom: the wheel changes it, F fits the picture, Z shows it at 100 %</source>
        <translation>Zoom: Das Mausrad ändert ihn, F passt das Bild ein, Z zeigt es zu 100 %</translation>
    </message>
    <message>
        <source>Next not annotated (U)</source>
        <translation>Nächstes nicht annotierte (U)</translation>
    </message>
    <message>
        <source>Remove from the project…</source>
        <translation>Aus dem Projekt entfernen…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1: which image this is, %2: how many there are</extracomment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::AnnotatePage</name>
    <message>
        <source>A view is one question about your images. This project has none yet.</source>
        <translation>Eine Ansicht ist eine Frage an Ihre Bilder. Dieses Projekt hat noch keine.</translation>
    </message>
    <message>
        <source>Add a view</source>
        <translation>Ansicht hinzufügen</translation>
    </message>
    <message>
        <source>This view has no concepts yet.</source>
        <translation>Diese Ansicht hat noch keine Konzepte.</translation>
    </message>
    <message>
        <source>Add concepts</source>
        <translation>Konzepte hinzufügen</translation>
    </message>
    <message>
        <source>This project has no images yet.</source>
        <translation>Dieses Projekt hat noch keine Bilder.</translation>
    </message>
    <message>
        <source>Import pictures…</source>
        <translation>Bilder importieren…</translation>
    </message>
    <message>
        <source>No image matches the filter.</source>
        <translation>Kein Bild passt zum Filter.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <extracomment>%1: the act, e.g. &quot;Moved a box&quot;</extracomment>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and its annotations leave the project, in all views. Its file stays where it is. This can be undone.</source>
        <extracomment>%1: file name</extracomment>
        <translation>„%1“ und alle Annotationen darin verlassen das Projekt, in allen Ansichten. Die Datei bleibt, wo sie ist. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Remove from the project</source>
        <translation>Aus dem Projekt entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>%1 entfernt</translation>
    </message>
</context>
<context>
    <name>ui::AnnotatePanel</name>
    <message>
        <source>Choose or add a concept</source>
        <translation>Konzept wählen oder hinzufügen</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Konzepte</translation>
    </message>
    <message>
        <source>Somebody has looked now, and what is boxed is all there is (Shift+N; Shift and its key for one concept)</source>
        <translation>Jemand hat jetzt nachgesehen, und was einen Rahmen hat, ist alles (Umschalt+N; Umschalt und die Taste für ein Konzept)</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>%1: not looked at</source>
        <extracomment>%1: name of a concept</extracomment>
        <translation>%1: nicht angesehen</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more: not looked at</source>
        <extracomment>%1: name of a concept, %Ln: how many others</extracomment>
        <translation>
            <numerusform>%1 und %Ln weiteres: nicht angesehen</numerusform>
            <numerusform>%1 und %Ln weitere: nicht angesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Angesehen</translation>
    </message>
    <message>
        <source>All seen</source>
        <translation>Alle angesehen</translation>
    </message>
</context>
<context>
    <name>ui::AnnotationCanvas</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Resized a box</source>
        <translation>Größe eines Rahmens geändert</translation>
    </message>
    <message>
        <source>Moved a box</source>
        <translation>Rahmen verschoben</translation>
    </message>
</context>
<context>
    <name>ui::AnswerGrid</name>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>ui::AnswerListModel</name>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln Rahmen</numerusform>
            <numerusform>%Ln Rahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>name of a picture: what was found in it</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::AnswerView</name>
    <message>
        <source>Previous picture</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>Bild wird gelesen …</translation>
    </message>
    <message>
        <source>%1 pictures a second, delay %2 ms</source>
        <extracomment>%1: pictures a second, %2: milliseconds from a picture to its answer</extracomment>
        <translation>%1 Bilder pro Sekunde, Verzögerung %2 ms</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>name of a concept, score</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which of the answered pictures is shown: &quot;12 of 997&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::Ask</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::BoxEditing</name>
    <message>
        <source>Set a box to %1</source>
        <extracomment>%1: name of a concept</extracomment>
        <translation>Rahmen auf %1 gesetzt</translation>
    </message>
    <message>
        <source>A box needs at least %1 px on each side, inside the picture.</source>
        <translation>Ein Rahmen braucht im Bild mindestens %1 px auf jeder Seite.</translation>
    </message>
    <message>
        <source>Changed a box</source>
        <translation>Rahmen geändert</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln box(es)</source>
        <translation>
            <numerusform>%Ln Rahmen gelöscht</numerusform>
            <numerusform>%Ln Rahmen gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicated a box</source>
        <translation>Rahmen verdoppelt</translation>
    </message>
    <message>
        <source>The copied box lies outside this picture.</source>
        <translation>Der kopierte Rahmen liegt außerhalb dieses Bildes.</translation>
    </message>
    <message>
        <source>The concept of the copied box is not in this view.</source>
        <translation>Das Konzept des kopierten Rahmens gibt es in dieser Sicht nicht.</translation>
    </message>
    <message>
        <source>Pasted a box</source>
        <translation>Rahmen eingefügt</translation>
    </message>
    <message>
        <source>A box needs at least %1 px on each side. This one was left out.</source>
        <translation>Ein Rahmen braucht mindestens %1 px auf jeder Seite. Dieser wurde ausgelassen.</translation>
    </message>
    <message>
        <source>This view has no concepts yet.</source>
        <translation>Diese Sicht hat noch keine Konzepte.</translation>
    </message>
    <message>
        <source>Drew a box</source>
        <translation>Rahmen gezeichnet</translation>
    </message>
    <message>
        <source>%1, %2 by %3 at %4, %5</source>
        <extracomment>%1 concept; %2 by %3: the sides of a box, px; %4, %5: its corner</extracomment>
        <translation>%1, %2 mal %3 bei %4, %5</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>oben links</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>oben rechts</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>unten rechts</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>unten links</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>Box %1 of %2, %3, handle %4</source>
        <extracomment>%1 of %2: which box; %3: its concept, sides and corner; %4: &quot;bottom right&quot;</extracomment>
        <translation>Rahmen %1 von %2, %3, Griff %4</translation>
    </message>
    <message>
        <source>Moved a box</source>
        <translation>Rahmen verschoben</translation>
    </message>
    <message>
        <source>Resized a box</source>
        <translation>Rahmengröße geändert</translation>
    </message>
</context>
<context>
    <name>ui::BoxFields</name>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>w</source>
        <translation>b</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>Left edge of the box, px</source>
        <translation>Linke Kante des Rahmens, px</translation>
    </message>
    <message>
        <source>Upper edge of the box, px</source>
        <translation>Obere Kante des Rahmens, px</translation>
    </message>
    <message>
        <source>Width of the box, px</source>
        <translation>Breite des Rahmens, px</translation>
    </message>
    <message>
        <source>Height of the box, px</source>
        <translation>Höhe des Rahmens, px</translation>
    </message>
    <message>
        <source>%1 of the image&apos;s side</source>
        <translation>%1 der Bildseite</translation>
    </message>
</context>
<context>
    <name>ui::BoxList</name>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
</context>
<context>
    <name>ui::BoxListModel</name>
    <message>
        <source>%1, %2 by %3 px at %4</source>
        <extracomment>%1 concept, %2 and %3 width and height, %4 &quot;x, y&quot;</extracomment>
        <translation>%1, %2 mal %3 px bei %4</translation>
    </message>
</context>
<context>
    <name>ui::BulkEdit</name>
    <message>
        <source>%1 Among them: %2. This is one step of the history and can be undone.</source>
        <extracomment>%1: what the act does, with the number of images; %2: file names</extracomment>
        <translation>%1 Darunter: %2. Das ist ein Schritt der Geschichte und kann rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Change %1 images</source>
        <extracomment>%1: a number</extracomment>
        <translation>%1 Bilder ändern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Boxes are drawn in Annotate.</source>
        <translation>Rahmen werden unter Annotieren gezeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>Set %1 to no on %Ln image(s)</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>%1 bei %Ln Bild auf Nein gesetzt</numerusform>
            <numerusform>%1 bei %Ln Bildern auf Nein gesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %1 on %Ln image(s)</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>%1 bei %Ln Bild gesetzt</numerusform>
            <numerusform>%1 bei %Ln Bildern gesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) get &quot;%1: no&quot;.</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>%Ln Bild bekommt „%1: nein“.</numerusform>
            <numerusform>%Ln Bilder bekommen „%1: nein“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) get &quot;%1&quot;.</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>%Ln Bild bekommt „%1“.</numerusform>
            <numerusform>%Ln Bilder bekommen „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked for %1 on %Ln image(s)</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>%Ln Bild auf %1 angesehen</numerusform>
            <numerusform>%Ln Bilder auf %1 angesehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked for every concept on %Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild auf jedes Konzept angesehen</numerusform>
            <numerusform>%Ln Bilder auf jedes Konzept angesehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) count as looked at for &quot;%1&quot;.</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>%Ln Bild gilt als auf „%1“ angesehen.</numerusform>
            <numerusform>%Ln Bilder gelten als auf „%1“ angesehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) count as looked at for every concept.</source>
        <translation>
            <numerusform>%Ln Bild gilt als auf jedes Konzept angesehen.</numerusform>
            <numerusform>%Ln Bilder gelten als auf jedes Konzept angesehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>In a classification view every image has exactly one concept.</source>
        <translation>In einer Klassifikation hat jedes Bild genau ein Konzept.</translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln image(s) as without concept</source>
        <translation>
            <numerusform>%Ln Bild als ohne Konzept vermerkt</numerusform>
            <numerusform>%Ln Bilder als ohne Konzept vermerkt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) are marked as without concept.</source>
        <translation>
            <numerusform>%Ln Bild wird als ohne Konzept markiert.</numerusform>
            <numerusform>%Ln Bilder werden als ohne Konzept markiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set split %1 on %Ln image(s)</source>
        <comment>name of a split</comment>
        <translation>
            <numerusform>Aufteilung %1 für %Ln Bild gesetzt</numerusform>
            <numerusform>Aufteilung %1 für %Ln Bilder gesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) go to %1.</source>
        <comment>name of a split</comment>
        <translation>
            <numerusform>%Ln Bild geht nach %1.</numerusform>
            <numerusform>%Ln Bilder gehen nach %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) and all annotations of them leave the project. The files stay where they are. This can be undone.</source>
        <translation>
            <numerusform>%Ln Bild und alle seine Annotationen verlassen das Projekt. Die Datei bleibt, wo sie ist. Das lässt sich rückgängig machen.</numerusform>
            <numerusform>%Ln Bilder und alle ihre Annotationen verlassen das Projekt. Die Dateien bleiben, wo sie sind. Das lässt sich rückgängig machen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from project</source>
        <translation>Aus dem Projekt entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Removed %Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild entfernt</numerusform>
            <numerusform>%Ln Bilder entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept this picture</source>
        <translation>Dieses Bild annehmen</translation>
    </message>
    <message numerus="yes">
        <source>Accepted %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln Bild angenommen</numerusform>
            <numerusform>%Ln Bilder angenommen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ChartCanvas</name>
    <message>
        <source>best</source>
        <translation>beste</translation>
    </message>
</context>
<context>
    <name>ui::ConceptChooser</name>
    <message>
        <source>Concept</source>
        <translation>Konzept</translation>
    </message>
    <message>
        <source>Type a part of the name</source>
        <translation>Teil des Namens eingeben</translation>
    </message>
    <message>
        <source>Name of the concept</source>
        <translation>Name des Konzepts</translation>
    </message>
    <message>
        <source>Matching concepts</source>
        <translation>Passende Konzepte</translation>
    </message>
    <message>
        <source>Shift+Enter makes &quot;%1&quot; a new concept of this view.</source>
        <extracomment>%1: name of a concept</extracomment>
        <translation>Umschalt+Eingabe macht „%1“ zu einem neuen Konzept dieser Ansicht.</translation>
    </message>
    <message>
        <source>Enter takes the chosen one.</source>
        <translation>Eingabe nimmt das gewählte.</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <extracomment>%1: name of a concept, %2: its key</extracomment>
        <translation>%1  (%2)</translation>
    </message>
</context>
<context>
    <name>ui::ConceptList</name>
    <message>
        <source>Concepts</source>
        <translation>Konzepte</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Angesehen</translation>
    </message>
</context>
<context>
    <name>ui::ConceptListModel</name>
    <message>
        <source>Without concept</source>
        <translation>Ohne Konzept</translation>
    </message>
    <message>
        <source>Every concept is &quot;no&quot; on this image (N)</source>
        <translation>Jedes Konzept ist in diesem Bild „nein“ (N)</translation>
    </message>
    <message>
        <source>This image was looked at and holds no box (N)</source>
        <translation>Dieses Bild wurde angesehen und enthält keinen Rahmen (N)</translation>
    </message>
    <message>
        <source>Without concept: chosen</source>
        <translation>Ohne Konzept: gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln box(es)</source>
        <extracomment>%1: name of a concept</extracomment>
        <translation>
            <numerusform>%1, %Ln Rahmen</numerusform>
            <numerusform>%1, %Ln Rahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, gewählt</translation>
    </message>
    <message>
        <source>%1: yes</source>
        <translation>%1: ja</translation>
    </message>
    <message>
        <source>%1: no</source>
        <translation>%1: nein</translation>
    </message>
    <message>
        <source>%1: unseen</source>
        <translation>%1: nicht angesehen</translation>
    </message>
    <message>
        <source>%1: nobody has looked for it in this image. Seen (Shift+%2) says that somebody has.</source>
        <extracomment>%1: name of a concept, %2: its key</extracomment>
        <translation>%1: Niemand hat in diesem Bild danach gesucht. Angesehen (Umschalt+%2) sagt, dass jemand nachgesehen hat.</translation>
    </message>
    <message>
        <source>%1: not looked at</source>
        <extracomment>%1: name of a concept</extracomment>
        <translation>%1: nicht angesehen</translation>
    </message>
</context>
<context>
    <name>ui::ConceptScoresModel</name>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>It exists for no concept.</source>
        <translation>Diesen Wert gibt es für kein Konzept.</translation>
    </message>
    <message>
        <source>There is no example of it in this set.</source>
        <translation>In dieser Menge gibt es kein Beispiel dafür.</translation>
    </message>
    <message>
        <source>It was never predicted, so there is nothing to divide by.</source>
        <translation>Es wurde nie vorhergesagt, also gibt es nichts, wodurch zu teilen wäre.</translation>
    </message>
    <message>
        <source>No box of it was found.</source>
        <translation>Kein Rahmen davon wurde gefunden.</translation>
    </message>
    <message>
        <source>Few examples: the numbers of this concept are uncertain.</source>
        <translation>Wenige Beispiele: Die Zahlen dieses Konzepts sind unsicher.</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Konzept</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>How often the concept is true in this set.</source>
        <translation>Wie oft das Konzept in dieser Menge zutrifft.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>TP ÷ (TP + FP): how many of its answers are right, at its threshold, in percent.</source>
        <translation>TP ÷ (TP + FP): wie viele seiner Antworten bei seiner Schwelle richtig sind, in Prozent.</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>TP ÷ (TP + FN): how many of its examples are found, at its threshold, in percent.</source>
        <translation>TP ÷ (TP + FN): wie viele seiner Beispiele bei seiner Schwelle gefunden werden, in Prozent.</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>2PR ÷ (P + R), in percent.</source>
        <translation>2PR ÷ (P + R), in Prozent.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>Average precision: the area under the precision-recall curve, in percent.</source>
        <translation>Mittlere Präzision: die Fläche unter der Präzision-Recall-Kurve, in Prozent.</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>Mean overlap over the true positives, in percent.</source>
        <translation>Mittlere Überlappung über die richtig positiven, in Prozent.</translation>
    </message>
    <message>
        <source>LRP score</source>
        <translation>LRP-Wert</translation>
    </message>
    <message>
        <source>Precision, recall and F1 are the means of the same concepts. Left out, for want of an example or of an answer: %1.</source>
        <translation>Genauigkeit, Trefferquote und F1 sind Mittel über dieselben Konzepte. Ausgelassen, mangels Beispiel oder Antwort: %1.</translation>
    </message>
</context>
<context>
    <name>ui::ConceptTable</name>
    <message>
        <source>This view has no concepts yet. Add the first one with the button above.</source>
        <translation>Diese Ansicht hat noch keine Konzepte. Fügen Sie das erste mit der Schaltfläche oben hinzu.</translation>
    </message>
    <message>
        <source>Adding or deleting a concept changes the concept set: the next training begins a new model. Existing models stay usable.</source>
        <translation>Hinzufügen oder Löschen eines Konzepts ändert den Satz der Konzepte: Das nächste Training beginnt ein neues Modell. Vorhandene Modelle bleiben nutzbar.</translation>
    </message>
    <message>
        <source>Add concept…</source>
        <translation>Konzept hinzufügen…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Pfeil auf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Pfeil ab</translation>
    </message>
    <message>
        <source>Concepts of the view</source>
        <translation>Konzepte der Ansicht</translation>
    </message>
    <message>
        <source>Concepts of &quot;%1&quot;</source>
        <extracomment>%1: name of a view</extracomment>
        <translation>Konzepte von „%1“</translation>
    </message>
    <message>
        <source>Add concept</source>
        <translation>Konzept hinzufügen</translation>
    </message>
    <message>
        <source>Name of the concept</source>
        <translation>Name des Konzepts</translation>
    </message>
    <message>
        <source>Rename concept</source>
        <translation>Konzept umbenennen</translation>
    </message>
    <message>
        <source>Renamed %1 to %2</source>
        <extracomment>%1: old name, %2: new name</extracomment>
        <translation>%1 in %2 umbenannt</translation>
    </message>
    <message>
        <source>Delete concept</source>
        <translation>Konzept löschen</translation>
    </message>
    <message>
        <source>Deleting &quot;%1&quot; takes away %2 annotations on %3 images. This can be undone.</source>
        <extracomment>%1: name of a concept, %2: number of annotations, %3: number of images</extracomment>
        <translation>Wird „%1“ gelöscht, verschwinden auch %2 Annotationen in %3 Bildern. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Deleting &quot;%1&quot; takes away %2 annotations on %3 images and begins a new model at the next training. Existing versions stay usable. This can be undone.</source>
        <translation>Wird „%1“ gelöscht, verschwinden auch %2 Annotationen in %3 Bildern, und das nächste Training beginnt ein neues Modell. Vorhandene Versionen bleiben nutzbar. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>Move concept</source>
        <translation>Konzept verschieben</translation>
    </message>
    <message>
        <source>Moved %1</source>
        <translation>%1 verschoben</translation>
    </message>
</context>
<context>
    <name>ui::ConceptTableModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: header of a column, %2: what stands in it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Konzept</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>Trainingsbilder</translation>
    </message>
    <message>
        <source>Validation images</source>
        <translation>Validierungsbilder</translation>
    </message>
</context>
<context>
    <name>ui::ConfusionMatrixView</name>
    <message>
        <source>Confusion</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>truth ↓  guess →</source>
        <translation>wahr ↓  Antwort →</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>No concept: a box that is not there in truth, or was not found.</extracomment>
        <translation>keins</translation>
    </message>
    <message>
        <source>guess yes</source>
        <translation>Antwort ja</translation>
    </message>
    <message>
        <source>guess no</source>
        <translation>Antwort nein</translation>
    </message>
    <message>
        <source>%1: yes</source>
        <translation>%1: ja</translation>
    </message>
    <message>
        <source>%1: no</source>
        <translation>%1: nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>truth %1, guess %2, %3</source>
        <extracomment>A cell of the confusion matrix: what was true, what the version said, how often.</extracomment>
        <translation>wahr %1, Antwort %2, %3</translation>
    </message>
    <message>
        <source>Confusion: %1</source>
        <translation>Verwechslungen: %1</translation>
    </message>
</context>
<context>
    <name>ui::DeviceCard</name>
    <message numerus="yes">
        <source>%Ln core(s)</source>
        <translation>
            <numerusform>%Ln Kern</numerusform>
            <numerusform>%Ln Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <comment>size</comment>
        <translation>%1 Speicher</translation>
    </message>
    <message>
        <source>driver %1</source>
        <translation>Treiber %1</translation>
    </message>
    <message>
        <source>driver %1; %2 or newer is needed</source>
        <translation>Treiber %1; nötig ist %2 oder neuer</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>usable</source>
        <translation>brauchbar</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>nicht brauchbar</translation>
    </message>
    <message>
        <source>Some seconds: allocates, multiplies, learns one step, and compares.</source>
        <translation>Einige Sekunden: belegt Speicher, multipliziert, lernt einen Schritt und vergleicht.</translation>
    </message>
    <message>
        <source>Progress of the self-test</source>
        <translation>Fortschritt des Selbsttests</translation>
    </message>
    <message>
        <source>Self-test of %1</source>
        <comment>name of a device</comment>
        <translation>Selbsttest von %1</translation>
    </message>
    <message>
        <source>%1…</source>
        <comment>a step of the self-test</comment>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::DevicesSettings</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>%1 (not here now)</source>
        <comment>key of a device</comment>
        <translation>%1 (zurzeit nicht da)</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>All %1</source>
        <comment>number of cores</comment>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Preferred device</source>
        <translation>Bevorzugtes Gerät</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
</context>
<context>
    <name>ui::EditedItem</name>
    <message>
        <source>Set %1</source>
        <extracomment>%1: name of a concept</extracomment>
        <translation>%1 gesetzt</translation>
    </message>
    <message>
        <source>Set %1 to yes</source>
        <extracomment>%1: name of a concept</extracomment>
        <translation>%1 auf Ja gesetzt</translation>
    </message>
    <message>
        <source>Set %1 to no</source>
        <translation>%1 auf Nein gesetzt</translation>
    </message>
    <message>
        <source>Set %1 to unseen</source>
        <translation>%1 auf „nicht angesehen“ gesetzt</translation>
    </message>
    <message>
        <source>Set without concept</source>
        <translation>Ohne Konzept gesetzt</translation>
    </message>
    <message>
        <source>Looked for %1</source>
        <extracomment>%1: name of a concept</extracomment>
        <translation>Auf %1 angesehen</translation>
    </message>
    <message numerus="yes">
        <source>Looked for %Ln concept(s)</source>
        <translation>
            <numerusform>Auf %Ln Konzept angesehen</numerusform>
            <numerusform>Auf %Ln Konzepte angesehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportChoices</name>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>Those that Images shows (%1)</source>
        <translation>Die auf der Seite „Bilder“ gezeigten (%1)</translation>
    </message>
    <message>
        <source>Those that are selected (%1)</source>
        <translation>Die ausgewählten (%1)</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Also images that &amp;nobody has annotated</source>
        <translation>Auch Bilder, die &amp;niemand annotiert hat</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>Bild&amp;dateien</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy without metadata (place, time, camera)</source>
        <translation>Ohne Metadaten kopieren (Ort, Zeit, Kamera)</translation>
    </message>
    <message>
        <source>Leave where they are, and name their places</source>
        <translation>Am Ort lassen und den Ort nennen</translation>
    </message>
    <message>
        <source>File na&amp;mes</source>
        <translation>Datei&amp;namen</translation>
    </message>
    <message>
        <source>Keep the folder tree</source>
        <translation>Ordnerbaum behalten</translation>
    </message>
    <message>
        <source>All in one folder, made unique</source>
        <translation>Alle in einem Ordner, eindeutig gemacht</translation>
    </message>
    <message>
        <source>Inde&amp;x of concepts</source>
        <translation>Inde&amp;x der Konzepte</translation>
    </message>
    <message>
        <source>Pinned: never moves</source>
        <translation>Fest: verschiebt sich nie</translation>
    </message>
    <message>
        <source>In the order of the view</source>
        <translation>In der Reihenfolge der Ansicht</translation>
    </message>
    <message>
        <source>As imported</source>
        <translation>Wie importiert</translation>
    </message>
    <message>
        <source>Concepts without an ans&amp;wer</source>
        <translation>Konzepte ohne Ant&amp;wort</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Write as “no”</source>
        <translation>Als „nein“ schreiben</translation>
    </message>
    <message>
        <source>In images that somebody has looked at for other concepts.</source>
        <translation>In Bildern, die auf andere Konzepte hin angesehen wurden.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>New fol&amp;der</source>
        <translation>Neuer &amp;Ordner</translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>Daten exportieren</translation>
    </message>
    <message>
        <source>Images shows another view.</source>
        <translation>Die Seite „Bilder“ zeigt eine andere Ansicht.</translation>
    </message>
    <message>
        <source>No image is selected.</source>
        <translation>Kein Bild ist ausgewählt.</translation>
    </message>
    <message>
        <source>%1 cannot hold what this view says of its images.</source>
        <translation>%1 kann nicht aufnehmen, was diese Ansicht über ihre Bilder sagt.</translation>
    </message>
    <message>
        <source>%1 finds pictures by the place where they lie.</source>
        <translation>%1 findet Bilder an dem Ort, an dem sie liegen.</translation>
    </message>
    <message>
        <source>The folders of this format are its concepts.</source>
        <translation>Die Ordner dieses Formats sind seine Konzepte.</translation>
    </message>
    <message>
        <source>%1 cannot hold: %2.</source>
        <comment>format; list of what is lost</comment>
        <translation>%1 kann nicht aufnehmen: %2.</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between things that are lost</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>There is no view yet, so nothing is annotated. Add a view first.</source>
        <translation>Es gibt noch keine Ansicht, daher ist nichts annotiert. Legen Sie zuerst eine Ansicht an.</translation>
    </message>
    <message>
        <source>No format is chosen that holds what this view says of its images.</source>
        <translation>Es ist kein Format gewählt, das aufnehmen kann, was diese Ansicht über ihre Bilder sagt.</translation>
    </message>
    <message>
        <source>No split is chosen, so no image would go out.</source>
        <translation>Es ist kein Teil der Aufteilung gewählt, daher würde kein Bild exportiert.</translation>
    </message>
    <message>
        <source>Name the folder to make.</source>
        <translation>Nennen Sie den Ordner, der angelegt werden soll.</translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message>
        <source>Export data</source>
        <translation>Daten exportieren</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>&amp;Show folder</source>
        <translation>Ordner an&amp;zeigen</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing of it was left behind.</source>
        <translation>Der Export wurde abgebrochen. Nichts davon blieb zurück.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Es wird gezählt …</translation>
    </message>
    <message>
        <source>No image would go out.</source>
        <translation>Kein Bild würde exportiert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln Rahmen</numerusform>
            <numerusform>%Ln Rahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln Antwort</numerusform>
            <numerusform>%Ln Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them without concept.</source>
        <translation>
            <numerusform>%Ln davon ohne Konzept.</numerusform>
            <numerusform>%Ln davon ohne Konzept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them looked at for some concepts only.</source>
        <translation>
            <numerusform>%Ln davon nur auf einige Konzepte hin angesehen.</numerusform>
            <numerusform>%Ln davon nur auf einige Konzepte hin angesehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) that nobody has annotated stay out.</source>
        <translation>
            <numerusform>%Ln Bild, das niemand annotiert hat, bleibt außen vor.</numerusform>
            <numerusform>%Ln Bilder, die niemand annotiert hat, bleiben außen vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) cannot go out, since their files are gone or changed.</source>
        <translation>
            <numerusform>%Ln Bild kann nicht exportiert werden, da seine Datei fehlt oder geändert wurde.</numerusform>
            <numerusform>%Ln Bilder können nicht exportiert werden, da ihre Dateien fehlen oder geändert wurden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Names of concepts: %1.</source>
        <translation>Namen von Konzepten: %1.</translation>
    </message>
    <message>
        <source>Nothing in “%1” is annotated among these images, so only the pictures would be written.</source>
        <translation>Unter diesen Bildern ist in „%1“ nichts annotiert, daher würden nur die Bilder geschrieben.</translation>
    </message>
    <message>
        <source>Export pictures alone</source>
        <translation>Nur Bilder exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is already something at “%1”. It is left as it is.</source>
        <translation>Unter „%1“ ist schon etwas. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Export into “%1”</source>
        <translation>Nach „%1“ exportieren</translation>
    </message>
    <message>
        <source>The folder is called “%1”, so that nobody takes it for proved.</source>
        <translation>Der Ordner heißt „%1“, damit ihn niemand für geprüft hält.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a picture; sentence</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The command is on the clipboard. It does the same in a terminal.</source>
        <translation>Der Befehl liegt in der Zwischenablage. Er tut im Terminal dasselbe.</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Images that were picked in the window have no words in a terminal.</source>
        <translation>Für Bilder, die im Fenster ausgewählt wurden, hat das Terminal keine Worte.</translation>
    </message>
    <message>
        <source>%1 go out, with %2; about %3 on the disk.</source>
        <comment>images, boxes, size</comment>
        <translation>Exportiert werden %1 mit %2; etwa %3 auf dem Datenträger.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edit(s) that could not be saved yet did not go out.</source>
        <translation>
            <numerusform>%Ln Änderung, die noch nicht gespeichert werden konnte, wurde nicht exportiert.</numerusform>
            <numerusform>%Ln Änderungen, die noch nicht gespeichert werden konnten, wurden nicht exportiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportModelDialog</name>
    <message>
        <source>Export model</source>
        <translation>Modell exportieren</translation>
    </message>
    <message>
        <source>Writes the network of “%1” into a file that other programs run, and compares it with the version.</source>
        <translation>Schreibt das Netz von „%1“ in eine Datei, die andere Programme ausführen, und vergleicht sie mit der Version.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;ONNX: runs in onnxruntime, OpenCV, OpenVINO, TensorRT and others</source>
        <translation>&amp;ONNX: läuft in onnxruntime, OpenCV, OpenVINO, TensorRT und anderen</translation>
    </message>
    <message>
        <source>&amp;TorchScript: runs in PyTorch and libtorch</source>
        <translation>&amp;TorchScript: läuft in PyTorch und libtorch</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Compute in &amp;16 bits</source>
        <translation>Mit &amp;16 Bit rechnen</translation>
    </message>
    <message>
        <source>Half as large and faster on graphics cards; scores may differ by up to 0.01.</source>
        <translation>Halb so groß und schneller auf Grafikkarten; Werte können um bis zu 0,01 abweichen.</translation>
    </message>
    <message>
        <source>&amp;Resize pictures inside</source>
        <translation>Bilder darin &amp;skalieren</translation>
    </message>
    <message>
        <source>Whole pictures of any size go in. Otherwise your program scales them as README.txt says.</source>
        <translation>Ganze Bilder jeder Größe gehen hinein. Sonst skaliert Ihr Programm sie so, wie README.txt es beschreibt.</translation>
    </message>
    <message>
        <source>Choose the &amp;boxes inside</source>
        <translation>&amp;Rahmen darin auswählen</translation>
    </message>
    <message>
        <source>The best boxes come out. Otherwise all of them do, with their scores.</source>
        <translation>Die besten Rahmen kommen heraus. Sonst kommen alle heraus, mit ihren Werten.</translation>
    </message>
    <message>
        <source>&amp;Sample programs beside it</source>
        <translation>&amp;Beispielprogramme daneben</translation>
    </message>
    <message>
        <source>In Python, and in C++ where OpenCV runs the file.</source>
        <translation>In Python, und in C++, wo OpenCV die Datei ausführt.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Open the f&amp;older</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>The version has no validation picture, so the file was compared on pictures it learnt from.</source>
        <translation>Die Version hat kein Validierungsbild, daher wurde die Datei an Bildern verglichen, aus denen sie gelernt hat.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The weights of this version were deleted, so there is no network to export. Train again to export one.</source>
        <translation>Die Gewichte dieser Version wurden gelöscht, daher gibt es kein Netz zu exportieren. Trainieren Sie erneut, um eines zu exportieren.</translation>
    </message>
    <message>
        <source>This version has no finished weights yet, so it cannot be exported.</source>
        <translation>Diese Version hat noch keine fertigen Gewichte, daher kann sie nicht exportiert werden.</translation>
    </message>
</context>
<context>
    <name>ui::Filmstrip</name>
    <message>
        <source>Images before and after this one</source>
        <translation>Bilder vor und nach diesem</translation>
    </message>
</context>
<context>
    <name>ui::GeneralSettings</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Open the last project</source>
        <translation>Letztes Projekt öffnen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Beim Start</translation>
    </message>
</context>
<context>
    <name>ui::HelpDesk</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
</context>
<context>
    <name>ui::HelpWindow</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Links</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Alt+Right</source>
        <translation>Alt+Rechts</translation>
    </message>
    <message>
        <source>Help – Oriel</source>
        <translation>Hilfe – Oriel</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Seiten der Hilfe</translation>
    </message>
    <message>
        <source>Text of the help</source>
        <translation>Text der Hilfe</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A place of the help: its heading, and the page it is on</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>No text has these words.</source>
        <translation>Kein Text hat diese Wörter.</translation>
    </message>
</context>
<context>
    <name>ui::ImagesNotice</name>
    <message numerus="yes">
        <source>%Ln image(s) are not where they were.</source>
        <translation>
            <numerusform>%Ln Bild ist nicht, wo es war.</numerusform>
            <numerusform>%Ln Bilder sind nicht, wo sie waren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) are other files than at the import.</source>
        <translation>
            <numerusform>%Ln Bild ist eine andere Datei als beim Import.</numerusform>
            <numerusform>%Ln Bilder sind andere Dateien als beim Import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) cannot be read.</source>
        <translation>
            <numerusform>%Ln Bild kann nicht gelesen werden.</numerusform>
            <numerusform>%Ln Bilder können nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a view…</source>
        <translation>Ansicht hinzufügen…</translation>
    </message>
    <message>
        <source>These images are in no view yet. A view says what to recognise in them.</source>
        <translation>Diese Bilder sind noch in keiner Sicht. Eine Sicht sagt, was auf ihnen zu erkennen ist.</translation>
    </message>
    <message>
        <source>All annotations are kept.</source>
        <translation>Alle Annotationen bleiben.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>ui::ImagesPage</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>This project is opened for reading.</source>
        <translation>Dieses Projekt ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Size of the tiles</source>
        <translation>Größe der Kacheln</translation>
    </message>
    <message>
        <source>Size of the tiles (Ctrl+wheel, + and −)</source>
        <translation>Größe der Kacheln (Strg+Mausrad, + und −)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in this project</source>
        <comment>number of images</comment>
        <translation>
            <numerusform>%Ln in diesem Projekt</numerusform>
            <numerusform>%Ln in diesem Projekt</numerusform>
        </translation>
    </message>
    <message>
        <source>This project has no images yet. Drop files or a folder here.</source>
        <translation>Dieses Projekt hat noch keine Bilder. Legen Sie Dateien oder einen Ordner hier ab.</translation>
    </message>
    <message numerus="yes">
        <source>No image matches these %Ln filter(s).</source>
        <translation>
            <numerusform>Kein Bild passt zu diesem Filter.</numerusform>
            <numerusform>Kein Bild passt zu diesen %Ln Filtern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 selected</source>
        <comment>number of images in words, number of selected ones</comment>
        <translation>%1, %2 ausgewählt</translation>
    </message>
</context>
<context>
    <name>ui::ImportChoicesBar</name>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Add to mine</source>
        <translation>Zu meinen hinzufügen</translation>
    </message>
    <message>
        <source>Replace mine</source>
        <translation>Meine ersetzen</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>Nicht angesehen</translation>
    </message>
    <message>
        <source>Without concept</source>
        <translation>Ohne Konzept</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) annotated already</source>
        <translation>
            <numerusform>%Ln Bild ist schon annotiert</numerusform>
            <numerusform>%Ln Bilder sind schon annotiert</numerusform>
        </translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>Wie in der Quelle</translation>
    </message>
    <message>
        <source>Dealt: 80 % training, 20 % validation</source>
        <translation>Verteilt: 80 % Training, 20 % Validierung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Splits of new images</source>
        <translation>Aufteilung neuer Bilder</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) without an entry</source>
        <translation>
            <numerusform>%Ln Bild ohne Eintrag</numerusform>
            <numerusform>%Ln Bilder ohne Eintrag</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportConcepts</name>
    <message>
        <source>What “%1” becomes</source>
        <comment>a concept of a source</comment>
        <translation>Was aus „%1“ wird</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Konzepte</translation>
    </message>
    <message>
        <source>In the source</source>
        <translation>In der Quelle</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Konzept</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Find a concept</source>
        <translation>Konzept suchen</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>%1, new</source>
        <comment>a concept that the view does not have yet</comment>
        <translation>%1, neu</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go to Images</source>
        <translation>Zu den Bildern</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Dateien werden durchgesehen…</translation>
    </message>
    <message>
        <source>Writing into the project…</source>
        <translation>Wird ins Projekt geschrieben…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) added. One Undo takes all of it back.</source>
        <translation>
            <numerusform>%Ln Bild hinzugefügt. Ein Rückgängig nimmt alles zurück.</numerusform>
            <numerusform>%Ln Bilder hinzugefügt. Ein Rückgängig nimmt alles zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read them</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
</context>
<context>
    <name>ui::ImportSources</name>
    <message>
        <source>What do you want to import?</source>
        <translation>Was möchten Sie importieren?</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>The selected sources (Delete)</source>
        <translation>Die gewählten Quellen (Entf)</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Pictures or annotation files</source>
        <translation>Bilder oder Annotationsdateien</translation>
    </message>
    <message>
        <source>Folder to import</source>
        <translation>Ordner zum Importieren</translation>
    </message>
    <message>
        <source>Copy the pictures into the project</source>
        <translation>Die Bilder in das Projekt kopieren</translation>
    </message>
    <message>
        <source>For pictures on a camera, a stick, or another place that does not stay. Those of archives and films are always copied.</source>
        <translation>Für Bilder auf einer Kamera, einem Stick oder an einem anderen Ort, der nicht bleibt. Die aus Archiven und Filmen werden immer kopiert.</translation>
    </message>
    <message>
        <source>&amp;Frames of a film</source>
        <translation>&amp;Einzelbilder eines Films</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>Each one</source>
        <translation>Jedes</translation>
    </message>
    <message>
        <source>Skip frames that show the same</source>
        <translation>Einzelbilder überspringen, die dasselbe zeigen</translation>
    </message>
    <message>
        <source>Drop pictures, folders, archives or annotation files here.</source>
        <translation>Ziehen Sie Bilder, Ordner, Archive oder Annotationsdateien hierher.</translation>
    </message>
    <message>
        <source>Pictures, folders, films, zip archives or annotation files: a folder for each class, Pascal VOC, COCO, YOLO, CSV, labelme, CVAT, Datumaro, Create ML, JSON lines or VIA. Archives and frames of films go into the project; other pictures stay where they are, unless they are to be copied. Nothing is written before you have seen what will happen.</source>
        <translation>Bilder, Ordner, Filme, Zip-Archive oder Annotationsdateien: ein Ordner je Klasse, Pascal VOC, COCO, YOLO, CSV, labelme, CVAT, Datumaro, Create ML, JSON-Zeilen oder VIA. Archive und Einzelbilder von Filmen kommen in das Projekt; andere Bilder bleiben, wo sie sind, wenn sie nicht kopiert werden sollen. Nichts wird geschrieben, bevor Sie gesehen haben, was geschehen wird.</translation>
    </message>
</context>
<context>
    <name>ui::ImportSummary</name>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>behoben</translation>
    </message>
    <message>
        <source>noticed</source>
        <translation>bemerkt</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Konzepte</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Save list…</source>
        <translation>Liste speichern…</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>New view</source>
        <translation>Neue Ansicht</translation>
    </message>
    <message>
        <source>The new view &quot;%1&quot; (%2) will be made.</source>
        <translation>Die neue Ansicht „%1“ (%2) wird angelegt.</translation>
    </message>
    <message>
        <source>Annotations go into the view &quot;%1&quot; (%2).</source>
        <translation>Annotationen kommen in die Ansicht „%1“ (%2).</translation>
    </message>
    <message>
        <source>View &quot;%1&quot; (%2)</source>
        <translation>Ansicht „%1“ (%2)</translation>
    </message>
    <message>
        <source>New images</source>
        <translation>Neue Bilder</translation>
    </message>
    <message>
        <source>Images added</source>
        <translation>Hinzugefügte Bilder</translation>
    </message>
    <message>
        <source>Already known</source>
        <translation>Schon bekannt</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Without concept</source>
        <translation>Ohne Konzept</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <comment>problems of an import</comment>
        <translation>
            <numerusform>%Ln Befund</numerusform>
            <numerusform>%Ln Befunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more: save the list to see all.</source>
        <translation>
            <numerusform>%Ln weiterer: Speichern Sie die Liste, um alle zu sehen.</numerusform>
            <numerusform>%Ln weitere: Speichern Sie die Liste, um alle zu sehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save list</source>
        <translation>Liste speichern</translation>
    </message>
    <message>
        <source>findings.txt</source>
        <translation>Befunde.txt</translation>
    </message>
    <message>
        <source>The list could not be written to &quot;%1&quot;: %2 Choose another place.</source>
        <translation>Die Liste konnte nicht nach „%1“ geschrieben werden: %2 Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Type of the view</source>
        <translation>Art der Ansicht</translation>
    </message>
    <message>
        <source>The new view &quot;%1&quot; (%2) too.</source>
        <translation>Auch die neue Ansicht „%1“ (%2).</translation>
    </message>
    <message>
        <source>The view &quot;%1&quot; (%2) too.</source>
        <translation>Auch die Ansicht „%1“ (%2).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s): predictions with a score, which never count as annotations.</source>
        <translation>
            <numerusform>%Ln Entwurf: eine Vorhersage mit Bewertung, die nie als Annotation zählt.</numerusform>
            <numerusform>%Ln Entwürfe: Vorhersagen mit Bewertung, die nie als Annotationen zählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
</context>
<context>
    <name>ui::ItemFilterBar</name>
    <message>
        <source>Concept</source>
        <translation>Konzept</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Search names and folders</source>
        <translation>Namen und Ordner suchen</translation>
    </message>
    <message>
        <source>Any concept</source>
        <translation>Jedes Konzept</translation>
    </message>
    <message>
        <source>Any split</source>
        <translation>Jeder Teil</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Stand</translation>
    </message>
    <message>
        <source>Any file</source>
        <translation>Jede Datei</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: state of a file, %2: how many files</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ui::ItemInspector</name>
    <message>
        <source>Accept this picture</source>
        <translation>Dieses Bild annehmen</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Annotieren</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Takes the entry and its annotations out of the project; the file stays (Delete).</source>
        <translation>Nimmt den Eintrag und seine Annotationen aus dem Projekt; die Datei bleibt (Entf).</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Konzepte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) selected</source>
        <translation>
            <numerusform>%Ln Bild ausgewählt</numerusform>
            <numerusform>%Ln Bilder ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>nicht angesehen</translation>
    </message>
    <message>
        <source>It is the same picture</source>
        <translation>Es ist dasselbe Bild</translation>
    </message>
    <message>
        <source>It is a new picture</source>
        <translation>Es ist ein neues Bild</translation>
    </message>
    <message>
        <source>Relink…</source>
        <translation>Neu verknüpfen …</translation>
    </message>
    <message>
        <source>The annotation fits this file, too: it is trained on again</source>
        <translation>Die Annotation passt auch zu dieser Datei: Sie wird wieder zum Training verwendet</translation>
    </message>
    <message>
        <source>The annotation of the old file is taken away; this can be undone</source>
        <translation>Die Annotation der alten Datei wird weggenommen; das kann rückgängig gemacht werden</translation>
    </message>
    <message>
        <source>Show where this picture is now; others that moved with it are found too</source>
        <translation>Zeigen, wo dieses Bild jetzt ist; andere, die mit ihm umgezogen sind, werden auch gefunden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a value, %2: how many images have it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>different</source>
        <translation>verschieden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are not trained on as they are.</source>
        <translation>
            <numerusform>%Ln davon wird so nicht zum Training verwendet.</numerusform>
            <numerusform>%Ln davon werden so nicht zum Training verwendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not looked at</source>
        <comment>number of images</comment>
        <translation>
            <numerusform>%Ln nicht angesehen</numerusform>
            <numerusform>%Ln nicht angesehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %Ln image(s)</source>
        <translation>
            <numerusform>auf %Ln Bild</numerusform>
            <numerusform>auf %Ln Bildern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ItemListModel</name>
    <message>
        <source>This image is no longer in the project.</source>
        <translation>Dieses Bild ist nicht mehr im Projekt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a concept&apos;s name and how often it is in the image</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::ItemNotice</name>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Relink…</source>
        <translation>Neu verknüpfen …</translation>
    </message>
    <message>
        <source>It is the same picture</source>
        <translation>Es ist dasselbe Bild</translation>
    </message>
    <message>
        <source>It is a new picture</source>
        <translation>Es ist ein neues Bild</translation>
    </message>
    <message>
        <source>This picture cannot be read. Its annotations are kept.</source>
        <translation>Dieses Bild kann nicht gelesen werden. Seine Annotationen bleiben.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln are annotated.</source>
        <comment>number of images</comment>
        <translation>
            <numerusform>%Ln Bild ist annotiert.</numerusform>
            <numerusform>Alle %Ln sind annotiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>Trainieren …</translation>
    </message>
    <message numerus="yes">
        <source>This is the last image. %Ln of this list are not fully annotated.</source>
        <translation>
            <numerusform>Das ist das letzte Bild. %Ln dieser Liste ist nicht ganz annotiert.</numerusform>
            <numerusform>Das ist das letzte Bild. %Ln dieser Liste sind nicht ganz annotiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next not annotated</source>
        <translation>Nächstes nicht annotiertes</translation>
    </message>
</context>
<context>
    <name>ui::ItemText</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>T</source>
        <comment>one letter for Training</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>V</source>
        <comment>one letter for Validation</comment>
        <translation>V</translation>
    </message>
    <message>
        <source>E</source>
        <comment>one letter for Test</comment>
        <translation>E</translation>
    </message>
    <message>
        <source>partly annotated</source>
        <translation>teilweise annotiert</translation>
    </message>
    <message>
        <source>annotated</source>
        <translation>annotiert</translation>
    </message>
    <message>
        <source>without concept</source>
        <translation>ohne Konzept</translation>
    </message>
    <message>
        <source>not annotated</source>
        <translation>nicht annotiert</translation>
    </message>
    <message>
        <source>tagging</source>
        <translation>Verschlagwortung</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>Klassifikation</translation>
    </message>
    <message>
        <source>The file is not where it was. Its annotations are kept.</source>
        <translation>Die Datei ist nicht mehr an ihrem Ort. Ihre Annotationen bleiben erhalten.</translation>
    </message>
    <message>
        <source>The file ends too early; only a part of the picture can be seen. It is not trained on until you accept it.</source>
        <translation>Die Datei endet zu früh; nur ein Teil des Bildes ist zu sehen. Mit ihr wird nicht trainiert, bis Sie sie annehmen.</translation>
    </message>
    <message>
        <source>This picture is unlike the others of its source, perhaps a placeholder. It is not trained on until you accept it.</source>
        <translation>Dieses Bild ist anders als die übrigen seiner Quelle, vielleicht ein Platzhalter. Mit ihm wird nicht trainiert, bis Sie es annehmen.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>ungewöhnlich</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>The file is another one than at the import. It is not trained on until you say whether it is the same picture.</source>
        <translation>Die Datei ist eine andere als beim Import. Sie wird nicht zum Training verwendet, bis Sie sagen, ob es dasselbe Bild ist.</translation>
    </message>
    <message>
        <source>The file cannot be read as a picture. Its annotations are kept.</source>
        <translation>Die Datei kann nicht als Bild gelesen werden. Ihre Annotationen bleiben.</translation>
    </message>
    <message>
        <source>no images</source>
        <translation>keine Bilder</translation>
    </message>
    <message numerus="yes">
        <source>%Ln partly annotated</source>
        <translation>
            <numerusform>%Ln teilweise annotiert</numerusform>
            <numerusform>%Ln teilweise annotiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotated</source>
        <translation>
            <numerusform>%Ln annotiert</numerusform>
            <numerusform>%Ln annotiert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 annotated</source>
        <translation>%1 annotiert</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln partly</source>
        <extracomment>%1: how many are annotated, in words</extracomment>
        <translation>
            <numerusform>%1, %Ln teilweise</numerusform>
            <numerusform>%1, %Ln teilweise</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JobsPanel</name>
    <message>
        <source>%1: %2 of %3</source>
        <comment>step, count, total</comment>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step, count</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>step with count, time left</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Dismiss what has ended</source>
        <translation>Beendetes ausblenden</translation>
    </message>
    <message>
        <source>No work is running in the background.</source>
        <translation>Im Hintergrund läuft nichts.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <comment>title of a job</comment>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>Picture files</source>
        <translation>Bilddateien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) not found</source>
        <translation>
            <numerusform>%Ln Bild nicht gefunden</numerusform>
            <numerusform>%Ln Bilder nicht gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed image(s)</source>
        <translation>
            <numerusform>%Ln geändertes Bild</numerusform>
            <numerusform>%Ln geänderte Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) cannot be read whole</source>
        <translation>
            <numerusform>%Ln Bild ist nicht ganz lesbar</numerusform>
            <numerusform>%Ln Bilder sind nicht ganz lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) found again</source>
        <translation>
            <numerusform>%Ln Bild wiedergefunden</numerusform>
            <numerusform>%Ln Bilder wiedergefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Jobs: %1</source>
        <comment>number</comment>
        <translation>Aufgaben: %1</translation>
    </message>
    <message>
        <source>Jobs: all done</source>
        <translation>Aufgaben: alle fertig</translation>
    </message>
</context>
<context>
    <name>ui::JudgedGrid</name>
    <message>
        <source>%1: truth %2, guess %3</source>
        <translation>%1: wahr %2, Antwort %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln Rahmen</numerusform>
            <numerusform>%Ln Rahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>truth %1</source>
        <extracomment>What is true of a picture</extracomment>
        <translation>wahr: %1</translation>
    </message>
    <message>
        <source>guess %1</source>
        <extracomment>What the version said about a picture</extracomment>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>Validation images, worst first</source>
        <translation>Validierungsbilder, schlechteste zuerst</translation>
    </message>
</context>
<context>
    <name>ui::JudgementPainter</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>without concept</source>
        <translation>ohne Konzept</translation>
    </message>
</context>
<context>
    <name>ui::KeyTip</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: what a button does, %2: its key</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ui::Labelling</name>
    <message>
        <source>This is the last image, and it is labelled. To change it, click a concept.</source>
        <translation>Das ist das letzte Bild, und es ist annotiert. Um es zu ändern, klicken Sie auf ein Konzept.</translation>
    </message>
    <message>
        <source>Nobody has annotated this image yet. Draw its boxes, or press N if there is none.</source>
        <translation>Dieses Bild hat noch niemand annotiert. Zeichnen Sie die Rahmen, oder drücken Sie N, wenn keiner da ist.</translation>
    </message>
    <message>
        <source>This image was looked at for %1 already.</source>
        <extracomment>%1: name of a concept</extracomment>
        <translation>Dieses Bild wurde auf %1 schon angesehen.</translation>
    </message>
    <message>
        <source>A classification image always has one concept.</source>
        <translation>Ein Bild einer Klassifikation hat immer ein Konzept.</translation>
    </message>
    <message numerus="yes">
        <source>This image has %Ln box(es). Without concept deletes them; this can be undone.</source>
        <translation>
            <numerusform>Dieses Bild hat %Ln Rahmen. „Ohne Konzept“ löscht ihn; das lässt sich rückgängig machen.</numerusform>
            <numerusform>Dieses Bild hat %Ln Rahmen. „Ohne Konzept“ löscht sie; das lässt sich rückgängig machen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without concept</source>
        <translation>Ohne Konzept</translation>
    </message>
    <message>
        <source>Delete the boxes</source>
        <translation>Rahmen löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::Leaving</name>
    <message>
        <source>An import is being written. Going on cancels it; the project is then as it was before the import.</source>
        <translation>Ein Import wird gerade geschrieben. Fortfahren bricht ihn ab; das Projekt ist danach wie vor dem Import.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is being trained. Stopping ends it with the running batch; the best so far is kept.</source>
        <comment>name of a version</comment>
        <translation>„%1“ wird gerade trainiert. Anhalten beendet das Training mit dem laufenden Stapel; das bisher Beste bleibt erhalten.</translation>
    </message>
    <message>
        <source>Stop, keep best and go on</source>
        <translation>Beenden, Bestes behalten und fortfahren</translation>
    </message>
    <message>
        <source>Cancel the import and go on</source>
        <translation>Import abbrechen und fortfahren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln edit(s) could not be saved and are lost if you go on. %1</source>
        <translation>
            <numerusform>%Ln Änderung konnte nicht gespeichert werden und geht verloren, wenn Sie fortfahren. %1</numerusform>
            <numerusform>%Ln Änderungen konnten nicht gespeichert werden und gehen verloren, wenn Sie fortfahren. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>Ohne sie fortfahren</translation>
    </message>
    <message>
        <source>An export is being written. Going on cancels it, and nothing of it is left behind.</source>
        <translation>Ein Export wird gerade geschrieben. Wenn Sie fortfahren, wird er abgebrochen, und nichts davon bleibt zurück.</translation>
    </message>
    <message>
        <source>Cancel the export and go on</source>
        <translation>Export abbrechen und fortfahren</translation>
    </message>
</context>
<context>
    <name>ui::LibraryModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln version(s)</source>
        <translation>
            <numerusform>%Ln Version</numerusform>
            <numerusform>%Ln Versionen</numerusform>
        </translation>
    </message>
    <message>
        <source>current set  ·  %1</source>
        <translation>heutige Konzepte  ·  %1</translation>
    </message>
    <message>
        <source>older set  ·  %1</source>
        <translation>frühere Konzepte  ·  %1</translation>
    </message>
    <message>
        <source>These are the concepts of the view today.</source>
        <translation>Das sind die heutigen Konzepte der Ansicht.</translation>
    </message>
    <message>
        <source>The view had these concepts before one was added or deleted.</source>
        <translation>Diese Konzepte hatte die Ansicht, bevor eines hinzugefügt oder gelöscht wurde.</translation>
    </message>
    <message>
        <source>Model: %1, %2</source>
        <translation>Modell: %1, %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>How the Library writes a day, as QDate::toString takes it</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>The mean LRP score is measured when the training ends.</source>
        <translation>Der LRP-Mittelwert wird gemessen, wenn das Training endet.</translation>
    </message>
    <message>
        <source>The best so far.</source>
        <translation>Der bisher beste Wert.</translation>
    </message>
    <message>
        <source>Best of the versions trained on the same data.</source>
        <translation>Beste der Versionen, die mit denselben Daten trainiert wurden.</translation>
    </message>
    <message>
        <source>There were no validation images to measure it on.</source>
        <translation>Es gab keine Validierungsbilder zum Messen.</translation>
    </message>
    <message>
        <source>It ended before it was measured.</source>
        <translation>Sie endete, bevor gemessen wurde.</translation>
    </message>
    <message>
        <source>%1 for training, %2 for validation</source>
        <extracomment>Numbers of images a version was trained and judged on</extracomment>
        <translation>%1 für das Training, %2 für die Validierung</translation>
    </message>
    <message>
        <source>Model %1   %2</source>
        <extracomment>A model, by its age, and its exact set of concepts: &quot;Model 2 RBC, WBC, Platelets&quot;</extracomment>
        <translation>Modell %1   %2</translation>
    </message>
</context>
<context>
    <name>ui::LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>No version yet. Annotate some images, then train the first one.</source>
        <translation>Noch keine Version. Annotieren Sie einige Bilder, und trainieren Sie dann die erste.</translation>
    </message>
    <message>
        <source>Train a new model version</source>
        <translation>Neue Modellversion trainieren</translation>
    </message>
    <message>
        <source>Find a version</source>
        <translation>Version suchen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Deleting &quot;%1&quot; removes its weights, numbers and curves, %2 on the disk. It cannot be undone. Images, annotations and other versions stay.</source>
        <translation>Mit „%1“ werden Gewichte, Zahlen und Kurven gelöscht, %2 auf dem Datenträger. Das lässt sich nicht rückgängig machen. Bilder, Annotationen und andere Versionen bleiben.</translation>
    </message>
    <message>
        <source>Delete version</source>
        <translation>Version löschen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export model…</source>
        <translation>Modell exportieren …</translation>
    </message>
</context>
<context>
    <name>ui::LibraryTree</name>
    <message>
        <source>Models and their versions</source>
        <translation>Modelle und ihre Versionen</translation>
    </message>
</context>
<context>
    <name>ui::LinkDelegate</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>%1 – Oriel</source>
        <comment>name of the project</comment>
        <translation>%1 – Oriel</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <comment>title of an act</comment>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <comment>title of an act</comment>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Projekt schließen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Annotieren</translation>
    </message>
    <message>
        <source>Views &amp;&amp; Concepts</source>
        <translation>Ansichten &amp;&amp; Konzepte</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Set split…</source>
        <translation>Aufteilung setzen…</translation>
    </message>
    <message>
        <source>Accept selected pictures</source>
        <translation>Gewählte Bilder annehmen</translation>
    </message>
    <message>
        <source>Remove from project…</source>
        <translation>Aus dem Projekt entfernen…</translation>
    </message>
    <message>
        <source>Train a new model version…</source>
        <translation>Neue Modellversion trainieren…</translation>
    </message>
    <message>
        <source>Stop and keep best</source>
        <translation>Anhalten und Bestes behalten</translation>
    </message>
    <message>
        <source>Choose view</source>
        <translation>Ansicht wählen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open the sample project…</source>
        <translation>Beispielprojekt öffnen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Navigation rail</source>
        <translation>Navigationsleiste</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>B&amp;ilder</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>About Oriel</source>
        <translation>Über Oriel</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Letzte Projekte</translation>
    </message>
    <message>
        <source>Show project folder</source>
        <translation>Projektordner zeigen</translation>
    </message>
    <message>
        <source>No other project yet</source>
        <translation>Noch kein anderes Projekt</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <comment>title of an act</comment>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <comment>title of an act</comment>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>This project is opened for reading: nothing can be imported.</source>
        <translation>Dieses Projekt ist zum Lesen geöffnet: Es kann nichts importiert werden.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) added. One Undo takes all of it back.</source>
        <translation>
            <numerusform>%Ln Bild hinzugefügt. Ein Rückgängig nimmt alles zurück.</numerusform>
            <numerusform>%Ln Bilder hinzugefügt. Ein Rückgängig nimmt alles zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>A version belongs to a view. Add a view first.</source>
        <translation>Eine Version gehört zu einer Ansicht. Fügen Sie zuerst eine Ansicht hinzu.</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <comment>name of a page, key</comment>
        <translation>%1 (Strg+%2)</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Views &amp; Concepts</source>
        <translation>Ansichten &amp; Konzepte</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Sicherungen …</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Project: %1</source>
        <translation>Projekt: %1</translation>
    </message>
    <message>
        <source>Export data…</source>
        <translation>Daten exportieren…</translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>Daten exportieren</translation>
    </message>
    <message>
        <source>“%1” is opened once the dialog is closed.</source>
        <comment>name of a project or file</comment>
        <translation>„%1“ wird geöffnet, sobald der Dialog geschlossen ist.</translation>
    </message>
    <message>
        <source>Export model…</source>
        <translation>Modell exportieren …</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <source>Keyboard list</source>
        <translation>Liste der Tasten</translation>
    </message>
    <message>
        <source>How options work</source>
        <translation>Wie Optionen wirken</translation>
    </message>
    <message>
        <source>There is no version to export yet. Train one first.</source>
        <translation>Es gibt noch keine Version zum Exportieren. Trainieren Sie zuerst eine.</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Paste images</source>
        <translation>Bilder einfügen</translation>
    </message>
    <message>
        <source>The clipboard holds no picture and no files.</source>
        <translation>Die Zwischenablage enthält weder ein Bild noch Dateien.</translation>
    </message>
    <message>
        <source>The picture of the clipboard could not be stored in %1. Nothing was changed.</source>
        <translation>Das Bild der Zwischenablage konnte nicht in %1 abgelegt werden. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Self-test…</source>
        <translation>Selbsttest …</translation>
    </message>
</context>
<context>
    <name>ui::MetricChart</name>
    <message>
        <source>axis × 1e%1</source>
        <translation>Achse × 1e%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>epoch %1: %2</source>
        <translation>Epoche %1: %2</translation>
    </message>
    <message>
        <source>Best %1 at epoch %2.</source>
        <translation>Bestwert %1 in Epoche %2.</translation>
    </message>
    <message>
        <source>no value yet</source>
        <translation>noch kein Wert</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation>Jetzt: %1.</translation>
    </message>
    <message>
        <source>Steady.</source>
        <translation>Gleichbleibend.</translation>
    </message>
    <message>
        <source>Rising.</source>
        <translation>Steigend.</translation>
    </message>
    <message>
        <source>Falling.</source>
        <translation>Fallend.</translation>
    </message>
</context>
<context>
    <name>ui::Navigation</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>ui::NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Classification: exactly one concept for each image</source>
        <translation>Klassifikation: genau ein Konzept je Bild</translation>
    </message>
    <message>
        <source>Tagging: each concept is yes or no on its own</source>
        <translation>Verschlagwortung: jedes Konzept für sich ja oder nein</translation>
    </message>
    <message>
        <source>Detection: boxes, each with one concept</source>
        <translation>Erkennung: Rahmen mit je einem Konzept</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Place of the project</source>
        <translation>Ort des Projekts</translation>
    </message>
    <message>
        <source>There is already something called &quot;%1&quot; in this place. Choose another name or place.</source>
        <translation>An diesem Ort gibt es schon etwas namens „%1“. Wählen Sie einen anderen Namen oder Ort.</translation>
    </message>
    <message>
        <source>The folder %1 will be made. Pictures stay where they are.</source>
        <translation>Der Ordner %1 wird angelegt. Bilder bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Choose a place for the project.</source>
        <translation>Wählen Sie einen Ort für das Projekt.</translation>
    </message>
    <message>
        <source>Give the project a name.</source>
        <translation>Geben Sie dem Projekt einen Namen.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Ort</translation>
    </message>
    <message>
        <source>&amp;First view</source>
        <translation>&amp;Erste Ansicht</translation>
    </message>
</context>
<context>
    <name>ui::NewViewDialog</name>
    <message>
        <source>New view</source>
        <translation>Neue Ansicht</translation>
    </message>
    <message>
        <source>For example Fruit</source>
        <translation>Zum Beispiel Obst</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>&amp;Classification: exactly one concept for each image</source>
        <translation>&amp;Klassifikation: genau ein Konzept je Bild</translation>
    </message>
    <message>
        <source>&amp;Tagging: each concept is yes or no on its own</source>
        <translation>&amp;Verschlagwortung: jedes Konzept für sich ja oder nein</translation>
    </message>
    <message>
        <source>&amp;Detection: boxes, each with one concept</source>
        <translation>&amp;Erkennung: Rahmen mit je einem Konzept</translation>
    </message>
    <message>
        <source>The type of a view cannot be changed later.</source>
        <translation>Die Art einer Ansicht lässt sich später nicht ändern.</translation>
    </message>
    <message>
        <source>One name a line. More can be added later.</source>
        <translation>Ein Name je Zeile. Weitere lassen sich später hinzufügen.</translation>
    </message>
    <message>
        <source>C&amp;oncepts</source>
        <translation>K&amp;onzepte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>The project has a view &quot;%1&quot; already.</source>
        <translation>Das Projekt hat schon eine Ansicht „%1“.</translation>
    </message>
    <message>
        <source>Added view %1</source>
        <extracomment>%1: name of a view</extracomment>
        <translation>Sicht %1 hinzugefügt</translation>
    </message>
</context>
<context>
    <name>ui::PageBars</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Sicherungen …</translation>
    </message>
    <message>
        <source>Opened for reading. Edits are off because another program writes to this project, or its place is write-protected.</source>
        <translation>Zum Lesen geöffnet. Änderungen sind aus, weil ein anderes Programm in dieses Projekt schreibt oder der Ort schreibgeschützt ist.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message numerus="yes">
        <source>%Ln training(s) are waiting.</source>
        <translation>
            <numerusform>%Ln Training wartet.</numerusform>
            <numerusform>%Ln Trainings warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
</context>
<context>
    <name>ui::PredictOptions</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Threshold, higher by</source>
        <translation>Schwelle, höher um</translation>
    </message>
    <message>
        <source>Added to the threshold of each concept: above 0 fewer answers count, below 0 more.</source>
        <translation>Wird zur Schwelle jedes Konzepts addiert: über 0 zählen weniger Antworten, unter 0 mehr.</translation>
    </message>
    <message>
        <source>Overlap of boxes</source>
        <translation>Überlappung der Rahmen</translation>
    </message>
    <message>
        <source>Of two boxes of one concept that overlap more than this, the surer one stays. Counts from the next prediction on.</source>
        <translation>Von zwei Rahmen eines Konzepts, die sich stärker überlappen, bleibt der sicherere. Gilt ab der nächsten Vorhersage.</translation>
    </message>
    <message>
        <source>Most boxes</source>
        <translation>Rahmen höchstens</translation>
    </message>
    <message>
        <source>Of one picture. Counts from the next prediction on.</source>
        <translation>Je Bild. Gilt ab der nächsten Vorhersage.</translation>
    </message>
    <message>
        <source>Show below threshold</source>
        <translation>Unter der Schwelle zeigen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Beschriftungen</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Written into a folder</source>
        <translation>In einen Ordner schreiben</translation>
    </message>
    <message>
        <source>Answers as</source>
        <translation>Antworten als</translation>
    </message>
    <message>
        <source>No table</source>
        <translation>Keine Tabelle</translation>
    </message>
    <message>
        <source>CSV, one row an answer</source>
        <translation>CSV, eine Zeile je Antwort</translation>
    </message>
    <message>
        <source>JSON lines, one a picture</source>
        <translation>JSON-Zeilen, eine je Bild</translation>
    </message>
    <message>
        <source>Pictures with boxes drawn</source>
        <translation>Bilder mit Rahmen</translation>
    </message>
    <message>
        <source>Pictures with boxes blurred</source>
        <translation>Bilder, Rahmen unkenntlich</translation>
    </message>
    <message>
        <source>Crops of the boxes</source>
        <translation>Ausschnitte der Rahmen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>A new or an empty folder, or one in which the same prediction was cut short: it goes on where it was.</source>
        <translation>Ein neuer oder leerer Ordner, oder einer, in dem dieselbe Vorhersage unterbrochen wurde: Sie geht dort weiter.</translation>
    </message>
    <message>
        <source>Folder of results</source>
        <translation>Ordner für Ergebnisse</translation>
    </message>
    <message>
        <source>no folder yet</source>
        <translation>noch kein Ordner</translation>
    </message>
    <message>
        <source>Only detection finds boxes.</source>
        <translation>Nur die Erkennung findet Rahmen.</translation>
    </message>
    <message>
        <source>Pictures with labels drawn</source>
        <translation>Bilder mit Beschriftung</translation>
    </message>
</context>
<context>
    <name>ui::PredictPage</name>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>The line that does the same in a terminal</source>
        <translation>Die Zeile, die in einem Terminal dasselbe tut</translation>
    </message>
    <message>
        <source>Progress of the prediction</source>
        <translation>Fortschritt der Vorhersage</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Found of each concept</source>
        <translation>Gefunden je Konzept</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Konzept</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translation>Sicherste zuerst</translation>
    </message>
    <message>
        <source>Most doubtful first</source>
        <translation>Zweifelhafteste zuerst</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Konzepte</translation>
    </message>
    <message>
        <source>Folder of results</source>
        <translation>Ordner für Ergebnisse</translation>
    </message>
    <message>
        <source>Reading &quot;%1&quot;…</source>
        <comment>name of a version</comment>
        <translation>„%1“ wird gelesen …</translation>
    </message>
    <message>
        <source>A picture of the clipboard has no file, so no command can name it.</source>
        <translation>Ein Bild der Zwischenablage hat keine Datei, daher kann es kein Befehl benennen.</translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation>Der Befehl ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Drop pictures here to see what %1 says about them.</source>
        <comment>name of a version</comment>
        <translation>Ziehen Sie Bilder hierher, um zu sehen, was %1 dazu sagt.</translation>
    </message>
    <message>
        <source>No version of this view can predict yet. Annotate some images, then train the first one.</source>
        <translation>Noch kann keine Version dieser Ansicht vorhersagen. Annotieren Sie einige Bilder und trainieren Sie dann die erste.</translation>
    </message>
    <message>
        <source>Choose pictures…</source>
        <translation>Bilder wählen …</translation>
    </message>
    <message>
        <source>Train a new model version</source>
        <translation>Neue Modellversion trainieren</translation>
    </message>
    <message>
        <source>The camera is being read.</source>
        <translation>Die Kamera wird gelesen.</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>Vorhersagen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) answered</source>
        <translation>
            <numerusform>%Ln Bild beantwortet</numerusform>
            <numerusform>%Ln Bilder beantwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln had been answered before</source>
        <translation>
            <numerusform>%Ln war schon beantwortet</numerusform>
            <numerusform>%Ln waren schon beantwortet</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <extracomment>pictures a second</extracomment>
        <translation>%1 je Sekunde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) could not be read.</source>
        <translation>
            <numerusform>%Ln Bild konnte nicht gelesen werden.</numerusform>
            <numerusform>%Ln Bilder konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) changed since they were answered; their results are those of before. Choose another folder to answer them again.</source>
        <translation>
            <numerusform>%Ln Bild hat sich seit der Antwort geändert; sein Ergebnis ist das frühere. Wählen Sie einen anderen Ordner, um es neu zu beantworten.</numerusform>
            <numerusform>%Ln Bilder haben sich seit der Antwort geändert; ihre Ergebnisse sind die früheren. Wählen Sie einen anderen Ordner, um sie neu zu beantworten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show which</source>
        <translation>Zeigen, welche</translation>
    </message>
    <message>
        <source>The results are in &quot;%1&quot;.</source>
        <translation>Die Ergebnisse liegen in „%1“.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… und %Ln weiteres</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures that could not be read</source>
        <translation>Bilder, die nicht gelesen werden konnten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
</context>
<context>
    <name>ui::ProjectCard</name>
    <message>
        <source>%1, not where it was</source>
        <translation>%1, nicht mehr an seinem Ort</translation>
    </message>
    <message>
        <source>Not where it was. Find it…</source>
        <translation>Nicht mehr an seinem Ort. Suchen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>opened %1</source>
        <comment>date</comment>
        <translation>geöffnet am %1</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Aus dieser Liste entfernen</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <extracomment>Number of images in words, and how many of them are annotated: &quot;60 images · 96 % annotated, 2 partly&quot;</extracomment>
        <translation>%1  ·  %2</translation>
    </message>
</context>
<context>
    <name>ui::ProjectDoor</name>
    <message>
        <source>Oriel sample</source>
        <comment>name of a folder</comment>
        <translation>Oriel-Beispiel</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Added view %1</source>
        <comment>name of a view</comment>
        <translation>Sicht %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation>Zum Lesen öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The sample project, 60 pictures of blood cells, is copied to %1.</source>
        <translation>Das Beispielprojekt, 60 Bilder von Blutzellen, wird nach %1 kopiert.</translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation>Beispielprojekt</translation>
    </message>
    <message>
        <source>Copy and open</source>
        <translation>Kopieren und öffnen</translation>
    </message>
    <message>
        <source>Another place…</source>
        <translation>Anderer Ort …</translation>
    </message>
    <message>
        <source>Place of the sample project</source>
        <translation>Ort des Beispielprojekts</translation>
    </message>
    <message>
        <source>Copying the sample project</source>
        <translation>Beispielprojekt wird kopiert</translation>
    </message>
    <message>
        <source>Where is the project now?</source>
        <translation>Wo ist das Projekt jetzt?</translation>
    </message>
</context>
<context>
    <name>ui::RecentProjects</name>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>mean LRP score</source>
        <translation>mittlerer LRP-Wert</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>version, indicator, percent</comment>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>ui::RecoveryPage</name>
    <message>
        <source>after half an hour of work</source>
        <translation>nach einer halben Stunde Arbeit</translation>
    </message>
    <message>
        <source>first of the day</source>
        <translation>erste des Tages</translation>
    </message>
    <message>
        <source>before a deletion</source>
        <translation>vor einem Löschen</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>vor einer Umstellung</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>vor einer Wiederherstellung</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>What is damaged</source>
        <translation>Was beschädigt ist</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made at the first opening of a day and after each half hour of work.</source>
        <translation>Es gibt noch keine Sicherung. Eine wird beim ersten Öffnen eines Tages und nach jeder halben Stunde Arbeit angelegt.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Annotated</source>
        <translation>Annotiert</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Restore this backup…</source>
        <translation>Diese Sicherung wiederherstellen …</translation>
    </message>
    <message>
        <source>The project becomes what it was then. The present file is kept beside it.</source>
        <translation>Das Projekt wird, wie es damals war. Die jetzige Datei wird daneben behalten.</translation>
    </message>
    <message>
        <source>Open backup as copy…</source>
        <translation>Sicherung als Kopie öffnen …</translation>
    </message>
    <message>
        <source>As a project of its own, to look at it. This one is not changed.</source>
        <translation>Als eigenes Projekt, zum Ansehen. Dieses wird nicht geändert.</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>Retten, was lesbar ist …</translation>
    </message>
    <message>
        <source>A new file from all that can still be read. The damaged one is kept beside it.</source>
        <translation>Eine neue Datei aus allem, was noch lesbar ist. Die beschädigte wird daneben behalten.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open the project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Reading the whole project…</source>
        <translation>Das ganze Projekt wird gelesen …</translation>
    </message>
    <message>
        <source>All of &quot;%1&quot; was read; nothing is damaged.</source>
        <translation>Alles von „%1“ wurde gelesen; nichts ist beschädigt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not closed the last time. All of it was read; nothing is damaged, and everything that was saved is there.</source>
        <translation>„%1“ wurde das letzte Mal nicht geschlossen. Alles wurde gelesen; nichts ist beschädigt, und alles Gespeicherte ist da.</translation>
    </message>
    <message>
        <source>Part of &quot;%1&quot; is damaged and cannot be trusted. Nothing was changed. Restore a backup, or save what can be read.</source>
        <translation>Ein Teil von „%1“ ist beschädigt, ihm ist nicht zu trauen. Nichts wurde geändert. Stellen Sie eine Sicherung wieder her, oder retten Sie, was lesbar ist.</translation>
    </message>
    <message>
        <source>%1; damaged</source>
        <translation>%1; beschädigt</translation>
    </message>
    <message>
        <source>What is damaged has to be mended first.</source>
        <translation>Was beschädigt ist, muss zuerst repariert werden.</translation>
    </message>
    <message>
        <source>The project becomes what it was at %1. What was done since is then only in the file from before, which is kept beside it.</source>
        <extracomment>%1: time of a backup</extracomment>
        <translation>Das Projekt wird, wie es um %1 war. Was seither getan wurde, ist dann nur in der vorigen Datei, die daneben behalten wird.</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Diese Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Restoring the backup…</source>
        <translation>Sicherung wird wiederhergestellt …</translation>
    </message>
    <message>
        <source>Reading what can be read…</source>
        <translation>Was lesbar ist, wird gelesen …</translation>
    </message>
    <message>
        <source>Place of the copy</source>
        <translation>Ort der Kopie</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>project, time of its backup</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Copying the backup…</source>
        <translation>Sicherung wird kopiert …</translation>
    </message>
    <message>
        <source>The project was restored to %1.</source>
        <comment>time</comment>
        <translation>Das Projekt wurde auf %1 zurückgesetzt.</translation>
    </message>
    <message>
        <source>Everything could be read; nothing is missing.</source>
        <translation>Alles war lesbar; nichts fehlt.</translation>
    </message>
    <message>
        <source>What could be read was saved. Not all of it could.</source>
        <translation>Was lesbar war, ist gerettet. Nicht alles war es.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln edit(s) made after that are only in the file from before.</source>
        <translation>
            <numerusform>%Ln spätere Änderung ist nur in der vorigen Datei.</numerusform>
            <numerusform>%Ln spätere Änderungen sind nur in der vorigen Datei.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file from before is kept in %1.</source>
        <translation>Die vorige Datei liegt in %1.</translation>
    </message>
</context>
<context>
    <name>ui::RunCharts</name>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>How the rate moves during the run; the plan is faint.</source>
        <translation>Wie sich die Rate während des Laufs bewegt; der Plan ist blass.</translation>
    </message>
    <message>
        <source>Total loss (batch)</source>
        <translation>Gesamtverlust (Stapel)</translation>
    </message>
    <message>
        <source>Should fall over time: the network is learning.</source>
        <translation>Sollte mit der Zeit fallen: Das Netz lernt.</translation>
    </message>
    <message>
        <source>Total loss (val set)</source>
        <translation>Gesamtverlust (Validierung)</translation>
    </message>
    <message>
        <source>Rises while the training loss falls: over-fitting.</source>
        <translation>Steigt, während der Trainingsverlust fällt: Überanpassung.</translation>
    </message>
    <message>
        <source>mAP (val set)</source>
        <translation>mAP (Validierung)</translation>
    </message>
    <message>
        <source>Accuracy (val set)</source>
        <translation>Genauigkeit (Validierung)</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>geglättet</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>training mean</source>
        <translation>Trainingsmittel</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>mAP 50</source>
        <translation>mAP 50</translation>
    </message>
    <message>
        <source>This view has no validation images, so there is nothing to measure it on. The last epoch is kept.</source>
        <translation>Diese Ansicht hat keine Validierungsbilder, also nichts, woran zu messen wäre. Die letzte Epoche wird behalten.</translation>
    </message>
    <message>
        <source>No validation image shows any of the concepts, so this cannot be measured.</source>
        <translation>Kein Validierungsbild zeigt eines der Konzepte, also lässt sich das nicht messen.</translation>
    </message>
</context>
<context>
    <name>ui::RunPanel</name>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>for the whole run</source>
        <translation>für den ganzen Lauf</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>finishes about %1</source>
        <translation>fertig gegen %1 Uhr</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Wird gemessen</translation>
    </message>
    <message>
        <source>The time left is known after the first batches.</source>
        <translation>Die Restzeit ist nach den ersten Stapeln bekannt.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>%1 of %2, %3 each</source>
        <translation>%1 von %2, je %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>One iteration is one batch.</source>
        <translation>Eine Iteration ist ein Stapel.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>%1 images per second</source>
        <translation>%1 Bilder je Sekunde</translation>
    </message>
    <message>
        <source>Measured when the first epoch has ended.</source>
        <translation>Gemessen, wenn die erste Epoche beendet ist.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 for training, %2 for validation</source>
        <translation>%1 zum Trainieren, %2 zum Validieren</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>best %1, epoch %2</source>
        <extracomment>Under the best value so far: &quot;best mAP, epoch 6&quot;</extracomment>
        <translation>beste %1, Epoche %2</translation>
    </message>
    <message>
        <source>no epoch has ended yet</source>
        <translation>noch keine Epoche beendet</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>nothing to choose by; epoch %1 is kept</source>
        <translation>nichts zum Auswählen; Epoche %1 ist behalten</translation>
    </message>
    <message>
        <source>nothing to choose the best epoch by</source>
        <translation>nichts, wonach die beste Epoche zu wählen wäre</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>The time left is known once it runs.</source>
        <translation>Die Restzeit ist bekannt, sobald es läuft.</translation>
    </message>
</context>
<context>
    <name>ui::SchedulePlot</name>
    <message>
        <source>Plan of the learning rate</source>
        <translation>Plan der Lernrate</translation>
    </message>
    <message>
        <source>From the start to the end of %1 epochs; at most %2.</source>
        <translation>Vom Anfang bis zum Ende von %1 Epochen; höchstens %2.</translation>
    </message>
    <message>
        <source>The head phase alone has no schedule.</source>
        <translation>Die Kopfphase allein hat keinen Plan.</translation>
    </message>
</context>
<context>
    <name>ui::SelectionButtons</name>
    <message>
        <source>Seen…</source>
        <translation>Angesehen …</translation>
    </message>
    <message>
        <source>Set split…</source>
        <translation>Aufteilung setzen…</translation>
    </message>
    <message>
        <source>Somebody has looked at the selected images for a concept, and what is boxed is all there is (Shift and the key of the concept)</source>
        <translation>Jemand hat die gewählten Bilder auf ein Konzept angesehen, und was einen Rahmen hat, ist alles (Umschalt und die Taste des Konzepts)</translation>
    </message>
    <message>
        <source>Put the selected images into training, validation or test (F7)</source>
        <translation>Die gewählten Bilder dem Training, der Validierung oder dem Test zuordnen (F7)</translation>
    </message>
    <message>
        <source>%1 (Shift+%2)</source>
        <extracomment>%1: name of a concept, %2: its key</extracomment>
        <translation>%1 (Umschalt+%2)</translation>
    </message>
    <message>
        <source>Every concept (Shift+N)</source>
        <translation>Jedes Konzept (Umschalt+N)</translation>
    </message>
</context>
<context>
    <name>ui::Settings</name>
    <message>
        <source>Your settings could not be read, so the defaults are used. The file is kept as %1. Your projects are not concerned.</source>
        <translation>Ihre Einstellungen waren nicht lesbar, daher gelten die Vorgaben. Die Datei ist als %1 aufbewahrt. Ihre Projekte sind nicht betroffen.</translation>
    </message>
    <message>
        <source>Your settings could not be read, so the defaults are used, and what you change may not be kept. Your projects are not concerned. Look at the file %1.</source>
        <translation>Ihre Einstellungen waren nicht lesbar, daher gelten die Vorgaben, und was Sie ändern, bleibt vielleicht nicht erhalten. Ihre Projekte sind nicht betroffen. Sehen Sie sich die Datei %1 an.</translation>
    </message>
</context>
<context>
    <name>ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung hat diese Wörter.</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>Help: %1</source>
        <comment>name of a setting</comment>
        <translation>Hilfe: %1</translation>
    </message>
    <message>
        <source>%1: back to the default</source>
        <comment>name of a setting</comment>
        <translation>%1: auf die Vorgabe zurücksetzen</translation>
    </message>
</context>
<context>
    <name>ui::SourceOptions</name>
    <message>
        <source>Pictures from</source>
        <translation>Bilder aus</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>Dateien und Ordner</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>Dieses Projekt</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Pictures…</source>
        <translation>Bilder …</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner …</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>The picture in the clipboard</source>
        <translation>Das Bild in der Zwischenablage</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Any split</source>
        <translation>Jede Aufteilung</translation>
    </message>
    <message>
        <source>Film…</source>
        <translation>Film …</translation>
    </message>
    <message>
        <source>Pictures of a second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>pictures of a second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Every picture</source>
        <translation>Jedes Bild</translation>
    </message>
    <message>
        <source>No camera is found. Plug one in, close other programs that use it, and allow Oriel to use it in the settings of the system (Linux: your user must be in the group “video”). Then look again.</source>
        <translation>Es wurde keine Kamera gefunden. Schließen Sie eine an, beenden Sie andere Programme, die sie benutzen, und erlauben Sie Oriel in den Einstellungen des Systems, sie zu benutzen (Linux: Ihr Benutzer muss in der Gruppe „video“ sein). Suchen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) and folder(s)</source>
        <translation>
            <numerusform>%Ln Datei oder Ordner</numerusform>
            <numerusform>%Ln Dateien und Ordner</numerusform>
        </translation>
    </message>
    <message>
        <source>or drop them on this page</source>
        <translation>oder auf diese Seite ziehen</translation>
    </message>
    <message>
        <source>or drop it on this page</source>
        <translation>oder auf diese Seite ziehen</translation>
    </message>
    <message>
        <source>This project has no view yet.</source>
        <translation>Dieses Projekt hat noch keine Ansicht.</translation>
    </message>
    <message>
        <source>Choose a film first.</source>
        <translation>Wählen Sie zuerst einen Film.</translation>
    </message>
    <message>
        <source>There is no camera.</source>
        <translation>Es ist keine Kamera da.</translation>
    </message>
    <message>
        <source>Choose pictures or a folder first, or drop them here.</source>
        <translation>Wählen Sie zuerst Bilder oder einen Ordner, oder ziehen Sie sie hierher.</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard. Copy one, then paste it here.</source>
        <translation>In der Zwischenablage ist kein Bild. Kopieren Sie eines und fügen Sie es hier ein.</translation>
    </message>
</context>
<context>
    <name>ui::SplitBar</name>
    <message>
        <source>Split: %1</source>
        <comment>list of parts with their counts</comment>
        <translation>Aufteilung: %1</translation>
    </message>
    <message>
        <source>%1 %2 · %3</source>
        <comment>name of a part, number of images, percent</comment>
        <translation>%1 %2 · %3</translation>
    </message>
</context>
<context>
    <name>ui::StartPage</name>
    <message>
        <source>Recent projects</source>
        <translation>Letzte Projekte</translation>
    </message>
    <message>
        <source>Annotate pictures, train vision models, judge them. Everything stays on this machine.</source>
        <translation>Bilder annotieren, Bildmodelle trainieren und beurteilen. Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Open the sample project…</source>
        <translation>Beispielprojekt öffnen…</translation>
    </message>
    <message>
        <source>60 pictures of blood cells with boxes and tags, to try everything on</source>
        <translation>60 Bilder von Blutzellen mit Rahmen und Schlagwörtern, um alles auszuprobieren</translation>
    </message>
    <message>
        <source>Drop pictures, a folder, or a project here.</source>
        <translation>Legen Sie Bilder, einen Ordner oder ein Projekt hier ab.</translation>
    </message>
    <message>
        <source>A folder becomes a new project named after it; you see what was recognised before anything is written.</source>
        <translation>Ein Ordner wird ein neues Projekt seines Namens; Sie sehen, was erkannt wurde, bevor etwas geschrieben wird.</translation>
    </message>
</context>
<context>
    <name>ui::StatusBar</name>
    <message>
        <source>Saved %1</source>
        <comment>time of day</comment>
        <translation>Gespeichert %1</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Alles gespeichert</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Not saved: the last edit</source>
        <translation>Nicht gespeichert: die letzte Änderung</translation>
    </message>
    <message>
        <source>Opened for reading</source>
        <translation>Zum Lesen geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>Not saved: %Ln edit(s) waiting</source>
        <translation>
            <numerusform>Nicht gespeichert: %Ln Änderung wartet</numerusform>
            <numerusform>Nicht gespeichert: %Ln Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>What runs in the background</source>
        <translation>Was im Hintergrund läuft</translation>
    </message>
</context>
<context>
    <name>ui::StepBar</name>
    <message>
        <source>Steps of the training</source>
        <translation>Schritte des Trainings</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of the whole run</source>
        <translation>%1 des ganzen Laufs</translation>
    </message>
</context>
<context>
    <name>ui::StorageSettings</name>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>Dieses Projekt</translation>
    </message>
    <message>
        <source>Projects opened lately</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>This project: thumbnails, decoded pictures, weights, backups, database, trash, empty</source>
        <translation>Dieses Projekt: Miniaturen, entpackte Bilder, Gewichte, Sicherungen, Datenbank, Papierkorb, leeren</translation>
    </message>
    <message>
        <source>Thumbnails of a project</source>
        <translation>Miniaturen eines Projekts</translation>
    </message>
    <message>
        <source>Decoded pictures of a project</source>
        <translation>Entpackte Bilder eines Projekts</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>There was nothing to empty.</source>
        <translation>Es gab nichts zu leeren.</translation>
    </message>
    <message numerus="yes">
        <source>Emptied: %Ln file(s), %1.</source>
        <translation>
            <numerusform>Geleert: %Ln Datei, %1.</numerusform>
            <numerusform>Geleert: %Ln Dateien, %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>This project: %1</source>
        <translation>Dieses Projekt: %1</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <comment>a part of the storage</comment>
        <translation>Leeren: %1</translation>
    </message>
    <message numerus="yes">
        <source>Thumbnails, %Ln file(s)</source>
        <translation>
            <numerusform>Miniaturen, %Ln Datei</numerusform>
            <numerusform>Miniaturen, %Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Decoded pictures</source>
        <translation>Entpackte Bilder</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message numerus="yes">
        <source>Backups, %Ln file(s)</source>
        <translation>
            <numerusform>Sicherungen, %Ln Datei</numerusform>
            <numerusform>Sicherungen, %Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pictures copied into the project, %Ln file(s)</source>
        <translation>
            <numerusform>In das Projekt kopierte Bilder, %Ln Datei</numerusform>
            <numerusform>In das Projekt kopierte Bilder, %Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message numerus="yes">
        <source>Weights, %Ln version(s)</source>
        <translation>
            <numerusform>Gewichte, %Ln Version</numerusform>
            <numerusform>Gewichte, %Ln Versionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Empty caches</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empty the caches of %1</source>
        <comment>name of a project</comment>
        <translation>Die Zwischenspeicher von %1 leeren</translation>
    </message>
    <message>
        <source>A training uses the caches of this project. Nothing was emptied. Wait until it has ended, or stop it, then empty them.</source>
        <translation>Ein Training benutzt die Zwischenspeicher dieses Projekts. Es wurde nichts geleert. Warten Sie, bis es endet, oder halten Sie es an, und leeren Sie dann.</translation>
    </message>
    <message>
        <source>The sizes are still being counted. Nothing was emptied; try again in a moment.</source>
        <translation>Die Größen werden noch gezählt. Es wurde nichts geleert; versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>ui::ToolStrip</name>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Bild verschieben</translation>
    </message>
    <message>
        <source>Space held</source>
        <translation>Leertaste halten</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: name of a tool, %2: its key</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <extracomment>%1: the act, e.g. &quot;Moved a box&quot;; %2: the key</extracomment>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Undo: %1 (%2)</source>
        <translation>Rückgängig: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>ui::TrainVersionDialog</name>
    <message>
        <source>Train a new model version</source>
        <translation>Neue Modellversion trainieren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>Name der Version</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Counting the images…</source>
        <translation>Bilder werden gezählt…</translation>
    </message>
    <message>
        <source>%1, %2  ·  %3</source>
        <extracomment>The view that is trained, and its concepts: &quot;Cells, detection · RBC, WBC, Platelets&quot;</extracomment>
        <translation>%1, %2  ·  %3</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>Einreihen</translation>
    </message>
    <message>
        <source>The images are still being counted.</source>
        <translation>Die Bilder werden noch gezählt.</translation>
    </message>
    <message>
        <source>The version needs a name.</source>
        <translation>Die Version braucht einen Namen.</translation>
    </message>
    <message>
        <source>The project is open for reading only.</source>
        <translation>Das Projekt ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Freezes the data and starts (Ctrl+Enter)</source>
        <translation>Hält die Daten fest und beginnt (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>The data are being frozen.</source>
        <translation>Die Daten werden eingefroren.</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Copies this training as a line for the terminal: oriel train …</source>
        <translation>Kopiert dieses Training als Zeile für das Terminal: oriel train …</translation>
    </message>
    <message>
        <source>The command was copied.</source>
        <translation>Der Befehl wurde kopiert.</translation>
    </message>
</context>
<context>
    <name>ui::TrainingCheck</name>
    <message>
        <source>Check before training</source>
        <translation>Prüfung vor dem Training</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>wird gezählt…</translation>
    </message>
    <message>
        <source>Uses all %1 annotated training images. A classification image cannot be without concept.</source>
        <translation>Nutzt alle %1 annotierten Trainingsbilder. Ein Bild einer Klassifikation kann nicht ohne Konzept sein.</translation>
    </message>
    <message>
        <source>Uses all %1 training images with an answer, including %2 without concept. Unseen answers are left out.</source>
        <translation>Nutzt alle %1 Trainingsbilder mit einer Antwort, darunter %2 ohne Konzept. Nicht angesehene Antworten zählen nicht mit.</translation>
    </message>
    <message>
        <source>Uses the %1 training images with at least one box. %2 images without concept are not used for training; on the validation set they count when false boxes are found.</source>
        <translation>Nutzt die %1 Trainingsbilder mit mindestens einem Rahmen. %2 Bilder ohne Konzept dienen nicht zum Training; bei der Validierung zählen solche Bilder, wenn falsche Rahmen gefunden werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln training image(s)</source>
        <translation>
            <numerusform>%Ln Trainingsbild</numerusform>
            <numerusform>%Ln Trainingsbilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln validation image(s)</source>
        <translation>
            <numerusform>%Ln Validierungsbild</numerusform>
            <numerusform>%Ln Validierungsbilder</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot train yet</source>
        <translation>noch nicht trainierbar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln Warnung</numerusform>
            <numerusform>%Ln Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Konzept</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1</source>
        <extracomment>The expected time of a training: &quot;About 14 min&quot;</extracomment>
        <translation>Etwa %1</translation>
    </message>
    <message>
        <source>expected on this machine</source>
        <translation>auf diesem Rechner zu erwarten</translation>
    </message>
    <message>
        <source>Expected time: not measured yet on this machine.</source>
        <translation>Erwartete Dauer: auf diesem Rechner noch nicht gemessen.</translation>
    </message>
    <message>
        <source>Uses the %1 training images with at least one box.</source>
        <translation>Nutzt die %1 Trainingsbilder mit mindestens einem Rahmen.</translation>
    </message>
    <message>
        <source>Larger input</source>
        <translation>Größere Eingabe</translation>
    </message>
    <message>
        <source>Sets the image size to %1 px.</source>
        <translation>Setzt die Bildgröße auf %1 px.</translation>
    </message>
    <message>
        <source>Relink…</source>
        <translation>Neu verknüpfen …</translation>
    </message>
    <message>
        <source>Show where the missing files are now. Until then they are left out.</source>
        <translation>Zeigen, wo die fehlenden Dateien jetzt sind. Bis dahin werden sie ausgelassen.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Trains without these images. They and their annotations stay in the project.</source>
        <translation>Trainiert ohne diese Bilder. Sie und ihre Annotationen bleiben im Projekt.</translation>
    </message>
</context>
<context>
    <name>ui::TrainingIndicator</name>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in queue</source>
        <comment>trainings</comment>
        <translation>
            <numerusform>%Ln in der Warteschlange</numerusform>
            <numerusform>%Ln in der Warteschlange</numerusform>
        </translation>
    </message>
    <message>
        <source>Training of %1: %2</source>
        <translation>Training von %1: %2</translation>
    </message>
    <message>
        <source>Go to Training</source>
        <translation>Zum Training</translation>
    </message>
</context>
<context>
    <name>ui::TrainingOptions</name>
    <message>
        <source>Images that are learnt from together in one step.</source>
        <translation>Bilder, aus denen in einem Schritt gemeinsam gelernt wird.</translation>
    </message>
    <message>
        <source>How the network moves after each batch.</source>
        <translation>Wie sich das Netz nach jedem Stapel bewegt.</translation>
    </message>
    <message>
        <source>How far it moves. Too large: the loss jumps; too small: slow.</source>
        <translation>Wie weit es sich bewegt. Zu groß: Der Verlust springt; zu klein: langsam.</translation>
    </message>
    <message>
        <source>How the rate moves during the run.</source>
        <translation>Wie sich die Rate während des Laufs bewegt.</translation>
    </message>
    <message>
        <source>The same seed, data and options give the same training on the CPU.</source>
        <translation>Derselbe Startwert, dieselben Daten und Optionen ergeben auf der CPU dasselbe Training.</translation>
    </message>
    <message>
        <source>Changed. Back to the default.</source>
        <translation>Geändert. Zurück zum Standard.</translation>
    </message>
    <message>
        <source>%1: back to the default</source>
        <translation>%1: zurück zum Standard</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Knows general pictures already: better with few images.</source>
        <translation>Kennt schon allgemeine Bilder: besser bei wenigen Bildern.</translation>
    </message>
    <message>
        <source>There are no shipped weights for it on this machine.</source>
        <translation>Auf diesem Rechner gibt es dafür keine mitgelieferten Gewichte.</translation>
    </message>
    <message>
        <source>The head phase alone: quick, and often good.</source>
        <translation>Die Kopfphase allein: schnell und oft gut.</translation>
    </message>
    <message>
        <source>%1 iterations of one batch.</source>
        <translation>%1 Iterationen zu je einem Stapel.</translation>
    </message>
    <message>
        <source>Long side in px. Larger finds smaller things, slower.</source>
        <translation>Lange Seite in px. Größer findet Kleineres, langsamer.</translation>
    </message>
    <message>
        <source>Side in px. Larger sees finer detail, slower.</source>
        <translation>Seite in px. Größer sieht feinere Einzelheiten, langsamer.</translation>
    </message>
    <message>
        <source>Images are learnt from as they are.</source>
        <translation>Aus den Bildern wird gelernt, wie sie sind.</translation>
    </message>
    <message>
        <source>Mirrored left to right by chance.</source>
        <translation>Zufällig links-rechts gespiegelt.</translation>
    </message>
    <message>
        <source>Mirror, zoom, shift and light, by chance.</source>
        <translation>Spiegeln, Zoom, Verschieben und Licht, zufällig.</translation>
    </message>
    <message>
        <source>Mirror and random crop, by chance.</source>
        <translation>Spiegeln und Zuschneiden, zufällig.</translation>
    </message>
    <message>
        <source>The fastest that can be used.</source>
        <translation>Das schnellste nutzbare.</translation>
    </message>
    <message>
        <source>%1 parameters. Larger: slower, usually more exact.</source>
        <comment>4.7 M</comment>
        <translation>%1 Parameter. Größer: langsamer, meist genauer.</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <comment>name of an option</comment>
        <translation>Hilfe: %1</translation>
    </message>
</context>
<context>
    <name>ui::TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Stop and keep best</source>
        <translation>Anhalten und Bestes behalten</translation>
    </message>
    <message>
        <source>No training is running.</source>
        <translation>Es läuft kein Training.</translation>
    </message>
    <message>
        <source>Train a new model version</source>
        <translation>Neue Modellversion trainieren</translation>
    </message>
    <message>
        <source>Ends with the running batch and keeps the best epoch so far.</source>
        <translation>Endet mit dem laufenden Stapel und behält die bisher beste Epoche.</translation>
    </message>
    <message>
        <source>Training %1</source>
        <extracomment>The title of the page: &quot;Training v4&quot;</extracomment>
        <translation>Training %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Since epoch %1 the network memorises the training images. The best checkpoint is kept from epoch %2.</source>
        <translation>Seit Epoche %1 lernt das Netz die Trainingsbilder auswendig. Behalten wird der beste Stand aus Epoche %2.</translation>
    </message>
    <message>
        <source>Since epoch %1 the network memorises the training images.</source>
        <translation>Seit Epoche %1 lernt das Netz die Trainingsbilder auswendig.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln training(s) wait in the queue.</source>
        <translation>
            <numerusform>%Ln Training ist in der Warteschlange.</numerusform>
            <numerusform>%Ln Trainings sind in der Warteschlange.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open version</source>
        <translation>Version öffnen</translation>
    </message>
    <message>
        <source>How good it is, and what it was trained on.</source>
        <translation>Wie gut sie ist und worauf sie trainiert wurde.</translation>
    </message>
    <message>
        <source>Remove from the queue…</source>
        <translation>Aus der Warteschlange nehmen …</translation>
    </message>
</context>
<context>
    <name>ui::TryItPanel</name>
    <message>
        <source>Choose a picture…</source>
        <translation>Bild wählen…</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Vorheriges Bild</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Drop a picture here to see what this version says about it.
It is not added to the project.</source>
        <translation>Legen Sie ein Bild hier ab, um zu sehen, was diese Version dazu sagt.
Es wird nicht ins Projekt aufgenommen.</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which of the tried pictures is shown: &quot;2 of 5&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Answered in %1.</source>
        <translation>Beantwortet in %1.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>below %1</source>
        <extracomment>The threshold that an answer did not reach</extracomment>
        <translation>unter %1</translation>
    </message>
</context>
<context>
    <name>ui::VersionEvaluation</name>
    <message>
        <source>Measured on</source>
        <translation>Gemessen an</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Scores of each concept</source>
        <translation>Kennzahlen je Konzept</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>How often each truth got each answer, at the thresholds of the table.</source>
        <translation>Wie oft jede Wahrheit welche Antwort bekam, bei den Schwellen der Tabelle.</translation>
    </message>
    <message>
        <source>Validation images, worst first</source>
        <translation>Validierungsbilder, schlechteste zuerst</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>A set of images and how many they are: &quot;Validation 72&quot;</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Its weights are not there, so it cannot be measured again.</source>
        <translation>Die Gewichte der Version sind nicht da, darum kann sie nicht erneut gemessen werden.</translation>
    </message>
    <message>
        <source>This view has no test images.</source>
        <translation>Diese Ansicht hat keine Testbilder.</translation>
    </message>
    <message>
        <source>Seen while training: higher than on new images.</source>
        <translation>Beim Training gesehen: höher als bei neuen Bildern.</translation>
    </message>
    <message>
        <source>truth solid, guess dashed</source>
        <translation>wahr durchgezogen, Antwort gestrichelt</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>Accuracy %1</source>
        <extracomment>The accuracy of a version, with its share: &quot;Accuracy 68.6 %&quot;</extracomment>
        <translation>Genauigkeit %1</translation>
    </message>
    <message>
        <source>mAP %1</source>
        <translation>mAP %1</translation>
    </message>
    <message>
        <source>mAP 50 %1</source>
        <translation>mAP 50 %1</translation>
    </message>
    <message>
        <source>seen while training</source>
        <translation>beim Training gesehen</translation>
    </message>
</context>
<context>
    <name>ui::VersionInformation</name>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
</context>
<context>
    <name>ui::VersionInspector</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>Speicherbedarf</translation>
    </message>
</context>
<context>
    <name>ui::VersionMeasures</name>
    <message>
        <source>Being measured…</source>
        <translation>Wird gemessen …</translation>
    </message>
    <message>
        <source>Reading what was measured…</source>
        <translation>Gemessenes wird gelesen …</translation>
    </message>
    <message>
        <source>It is measured when its training has ended.</source>
        <translation>Gemessen wird, wenn das Training zu Ende ist.</translation>
    </message>
    <message>
        <source>This version has no validation images, so there is nothing to measure it on.</source>
        <translation>Diese Version hat keine Validierungsbilder, es gibt also nichts, woran sie zu messen wäre.</translation>
    </message>
    <message>
        <source>It ended before it was measured.</source>
        <translation>Sie endete, bevor sie gemessen wurde.</translation>
    </message>
</context>
<context>
    <name>ui::VersionPage</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>No version yet. Annotate some images, then train the first one.</source>
        <translation>Noch keine Version. Annotieren Sie einige Bilder, und trainieren Sie dann die erste.</translation>
    </message>
    <message>
        <source>Train a new model version</source>
        <translation>Neue Modellversion trainieren</translation>
    </message>
    <message>
        <source>The weights of this version were deleted. Its numbers are kept. To predict with it, train again.</source>
        <translation>Die Gewichte dieser Version wurden gelöscht. Ihre Zahlen bleiben erhalten. Um mit ihr vorherzusagen, trainieren Sie erneut.</translation>
    </message>
    <message>
        <source>This version has no weights yet, so it cannot be tried.</source>
        <translation>Diese Version hat noch keine Gewichte, darum lässt sie sich nicht ausprobieren.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>The first indicator of a version: &quot;Mean LRP score 42.3 %&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln images could not be read and took no part in the training: %1</source>
        <translation>
            <numerusform>%Ln Bild konnte nicht gelesen werden und nahm am Training nicht teil: %1</numerusform>
            <numerusform>%Ln Bilder konnten nicht gelesen werden und nahmen am Training nicht teil: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of the version</source>
        <translation>Teile der Version</translation>
    </message>
    <message>
        <source>Export model…</source>
        <translation>Modell exportieren …</translation>
    </message>
    <message>
        <source>Predict with this version</source>
        <translation>Mit dieser Version vorhersagen</translation>
    </message>
</context>
<context>
    <name>ui::ViewCardDelegate</name>
    <message>
        <source>No concepts yet</source>
        <translation>Noch keine Konzepte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln version(s)</source>
        <translation>
            <numerusform>%Ln Version</numerusform>
            <numerusform>%Ln Versionen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <extracomment>%1: number of images in words, %2: how many are annotated, in words</extracomment>
        <translation>%1  ·  %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ViewList</name>
    <message>
        <source>Rename view…</source>
        <translation>Ansicht umbenennen…</translation>
    </message>
    <message>
        <source>Delete view…</source>
        <translation>Ansicht löschen…</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Renamed view %1 to %2</source>
        <extracomment>%1: old name, %2: new name</extracomment>
        <translation>Ansicht %1 in %2 umbenannt</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>Ansicht löschen</translation>
    </message>
    <message>
        <source>A training of &quot;%1&quot; is queued or running. Nothing was deleted. Stop it first, then delete the view.</source>
        <extracomment>%1: name of a view</extracomment>
        <translation>Ein Training von „%1“ wartet oder läuft. Es wurde nichts gelöscht. Halten Sie es zuerst an, und löschen Sie dann die Ansicht.</translation>
    </message>
    <message>
        <source>Deleting &quot;%1&quot; takes away its concepts (%2), annotations (%3, on %4 annotated images), models (%5) and versions (%6). The images and their files stay. This can be undone.</source>
        <extracomment>%1 name, %2 to %6 numbers</extracomment>
        <translation>Wird „%1“ gelöscht, verschwinden auch ihre Konzepte (%2), Annotationen (%3, in %4 annotierten Bildern), Modelle (%5) und Versionen (%6). Die Bilder und ihre Dateien bleiben. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Deleted view %1</source>
        <translation>Ansicht %1 gelöscht</translation>
    </message>
</context>
<context>
    <name>ui::ViewListModel</name>
    <message>
        <source>%1, %2, concepts: %3, images: %4, %5, versions: %6</source>
        <extracomment>%1 name, %2 type, %3 number of concepts, %4 of images, %5 how many are annotated, in words, %6 versions</extracomment>
        <translation>%1, %2, Konzepte: %3, Bilder: %4, %5, Versionen: %6</translation>
    </message>
</context>
<context>
    <name>ui::ViewSelector</name>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>The view that all pages show (Ctrl+L)</source>
        <translation>Die Ansicht, die alle Seiten zeigen (Strg+L)</translation>
    </message>
    <message>
        <source>No view yet</source>
        <translation>Noch keine Ansicht</translation>
    </message>
    <message>
        <source>%1  ·  %2  ·  %3</source>
        <comment>name of a view, its type, how many images are annotated</comment>
        <translation>%1  ·  %2  ·  %3</translation>
    </message>
</context>
<context>
    <name>ui::ViewsPage</name>
    <message>
        <source>Views &amp; Concepts</source>
        <translation>Ansichten &amp; Konzepte</translation>
    </message>
    <message>
        <source>New view…</source>
        <translation>Neue Ansicht…</translation>
    </message>
    <message>
        <source>A view is one question about your images. Begin with a root view.</source>
        <translation>Eine Ansicht ist eine Frage an Ihre Bilder. Beginnen Sie mit einer ersten Ansicht.</translation>
    </message>
</context>
<context>
    <name>ui::attempt</name>
    <message>
        <source>This could not be done because of an unexpected problem. Your project is unharmed. The log holds the details.</source>
        <translation>Das ging wegen eines unerwarteten Fehlers nicht. Ihr Projekt ist unversehrt. Einzelheiten stehen im Protokoll.</translation>
    </message>
</context>
<context>
    <name>ui::relink</name>
    <message>
        <source>Where is this picture now?</source>
        <translation>Wo ist dieses Bild jetzt?</translation>
    </message>
    <message>
        <source>Relinked %1</source>
        <extracomment>%1: name of a file</extracomment>
        <translation>%1 neu verknüpft</translation>
    </message>
    <message numerus="yes">
        <source>Kept the annotation of %Ln changed image(s)</source>
        <translation>
            <numerusform>Annotation von %Ln geändertem Bild behalten</numerusform>
            <numerusform>Annotation von %Ln geänderten Bildern behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %Ln changed image(s) as new</source>
        <translation>
            <numerusform>%Ln geändertes Bild als neu genommen</numerusform>
            <numerusform>%Ln geänderte Bilder als neu genommen</numerusform>
        </translation>
    </message>
</context>
</TS>
