<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>The card of “%1” names %Ln concept(s), more than its weights file %2 can hold: they do not belong together. Train a new version.</source>
        <translation>
            <numerusform>The card of “%1” names %Ln concept, more than its weights file %2 can hold: they do not belong together. Train a new version.</numerusform>
            <numerusform>The card of “%1” names %Ln concepts, more than its weights file %2 can hold: they do not belong together. Train a new version.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataExport</name>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln box</numerusform>
            <numerusform>%Ln boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) out</source>
        <translation>
            <numerusform>%Ln image out</numerusform>
            <numerusform>%Ln images out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) could not go out.</source>
        <translation>
            <numerusform>%Ln picture could not go out.</numerusform>
            <numerusform>%Ln pictures could not go out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) that nobody has looked at were left out.</source>
        <translation>
            <numerusform>%Ln picture that nobody has looked at was left out.</numerusform>
            <numerusform>%Ln pictures that nobody has looked at were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) were written as PNG.</source>
        <translation>
            <numerusform>%Ln picture was written as PNG.</numerusform>
            <numerusform>%Ln pictures were written as PNG.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) got another name, since theirs was taken or is not possible everywhere.</source>
        <translation>
            <numerusform>%Ln picture got another name, since its own was taken or is not possible everywhere.</numerusform>
            <numerusform>%Ln pictures got another name, since theirs was taken or is not possible everywhere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln box(es) lie exactly on another one of their concept; readers may take them for one.</source>
        <translation>
            <numerusform>%Ln box lies exactly on another one of its concept; readers may take them for one.</numerusform>
            <numerusform>%Ln boxes lie exactly on another one of their concept; readers may take them for one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) that the camera only marked as turned were written upright, without metadata.</source>
        <translation>
            <numerusform>%Ln picture that the camera only marked as turned was written upright, without metadata.</numerusform>
            <numerusform>%Ln pictures that the camera only marked as turned were written upright, without metadata.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndTraining</name>
    <message numerus="yes">
        <source>%Ln training(s) that have not begun leave the queue and the Library: %1. Images and annotations stay.</source>
        <translation>
            <numerusform>%Ln training that has not begun leaves the queue and the Library: %1. Images and annotations stay.</numerusform>
            <numerusform>%Ln trainings that have not begun leave the queue and the Library: %1. Images and annotations stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportIssue</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PredictionJobs</name>
    <message numerus="yes">
        <source>None of the pictures could be read (%Ln), so the version was not judged. Nothing was changed. The first: %1</source>
        <translation>
            <numerusform>The only picture (%Ln) could not be read, so the version was not judged. Nothing was changed. %1</numerusform>
            <numerusform>None of the pictures could be read (%Ln), so the version was not judged. Nothing was changed. The first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message numerus="yes">
        <source>A folder for each class (%Ln), below folders for the splits</source>
        <translation>
            <numerusform>A folder for each class (%Ln), below folders for the splits</numerusform>
            <numerusform>A folder for each class (%Ln), below folders for the splits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A folder for each class (%Ln)</source>
        <translation>
            <numerusform>A folder for each class (%Ln)</numerusform>
            <numerusform>A folder for each class (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pascal VOC: %Ln annotation file(s) (XML)</source>
        <translation>
            <numerusform>Pascal VOC: %Ln annotation file (XML)</numerusform>
            <numerusform>Pascal VOC: %Ln annotation files (XML)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nor were %Ln more like it</source>
        <translation>
            <numerusform>nor was %Ln more like it</numerusform>
            <numerusform>nor were %Ln more like it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>labelme or X-AnyLabeling: %Ln file(s)</source>
        <translation>
            <numerusform>labelme or X-AnyLabeling: %Ln file</numerusform>
            <numerusform>labelme or X-AnyLabeling: %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>it holds more than %Ln files</source>
        <translation>
            <numerusform>it holds more than %Ln file</numerusform>
            <numerusform>it holds more than %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message numerus="yes">
        <source>… and %Ln more.</source>
        <translation>
            <numerusform>… and %Ln more.</numerusform>
            <numerusform>… and %Ln more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 picture(s) cannot be read, so the training was not started: it passes over 1 % of them. Nothing was changed. Bring the files back, or leave these pictures out, and train again.</source>
        <translation>
            <numerusform>%Ln of %1 pictures cannot be read, so the training was not started: it passes over 1 % of them. Nothing was changed. Bring the file back, or leave the picture out, and train again.</numerusform>
            <numerusform>%Ln of %1 pictures cannot be read, so the training was not started: it passes over 1 % of them. Nothing was changed. Bring the files back, or leave these pictures out, and train again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) could not be read and took no part: %1.</source>
        <translation>
            <numerusform>%Ln picture could not be read and took no part: %1.</numerusform>
            <numerusform>%Ln pictures could not be read and took no part: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingSelection</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) unlike the others are left out until you accept them.</source>
        <translation>
            <numerusform>%Ln picture unlike the others is left out until you accept it.</numerusform>
            <numerusform>%Ln pictures unlike the others are left out until you accept them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cut-off picture file(s) are left out until you accept them.</source>
        <translation>
            <numerusform>%Ln cut-off picture file is left out until you accept it.</numerusform>
            <numerusform>%Ln cut-off picture files are left out until you accept them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture file(s) were not found and are left out.</source>
        <translation>
            <numerusform>%Ln picture file was not found and is left out.</numerusform>
            <numerusform>%Ln picture files were not found and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture file(s) have changed since the import and are left out.</source>
        <translation>
            <numerusform>%Ln picture file has changed since the import and is left out.</numerusform>
            <numerusform>%Ln picture files have changed since the import and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture file(s) cannot be read and are left out.</source>
        <translation>
            <numerusform>%Ln picture file cannot be read and is left out.</numerusform>
            <numerusform>%Ln picture files cannot be read and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) belong to no split and are left out.</source>
        <translation>
            <numerusform>%Ln picture belongs to no split and is left out.</numerusform>
            <numerusform>%Ln pictures belong to no split and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) are not annotated yet and are left out.</source>
        <translation>
            <numerusform>%Ln picture is not annotated yet and is left out.</numerusform>
            <numerusform>%Ln pictures are not annotated yet and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln training picture(s) without concept are not used for training; in the validation set they count.</source>
        <translation>
            <numerusform>%Ln training picture without concept is not used for training; in the validation set they count.</numerusform>
            <numerusform>%Ln training pictures without concept are not used for training; in the validation set they count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln training picture(s) without concept are used as examples of “no”.</source>
        <translation>
            <numerusform>%Ln training picture without concept is used as examples of “no”.</numerusform>
            <numerusform>%Ln training pictures without concept are used as examples of “no”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln box(es) are under %1 px at this size: the network hardly sees them.</source>
        <translation>
            <numerusform>%Ln box is under %1 px at this size: the network hardly sees it.</numerusform>
            <numerusform>%Ln boxes are under %1 px at this size: the network hardly sees them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionFacts</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message numerus="yes">
        <source>The weights do not belong to this network: %Ln of its tensors differ.</source>
        <translation>
            <numerusform>The weights do not belong to this network: %Ln of its tensors differs.</numerusform>
            <numerusform>The weights do not belong to this network: %Ln of its tensors differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AddConcept</name>
    <message numerus="yes">
        <source>&quot;%1&quot; is new. Do the %Ln annotated pictures have it?</source>
        <extracomment>%1: name of a concept, %Ln: number of annotated images</extracomment>
        <translation>
            <numerusform>&quot;%1&quot; is new. Does the one annotated picture have it?</numerusform>
            <numerusform>&quot;%1&quot; is new. Do the %Ln annotated pictures have it?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AnnotatePanel</name>
    <message numerus="yes">
        <source>%1 and %Ln more: not looked at</source>
        <extracomment>%1: name of a concept, %Ln: how many others</extracomment>
        <translation>
            <numerusform>%1 and %Ln more: not looked at</numerusform>
            <numerusform>%1 and %Ln more: not looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AnswerListModel</name>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln box</numerusform>
            <numerusform>%Ln boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BoxEditing</name>
    <message numerus="yes">
        <source>Deleted %Ln box(es)</source>
        <translation>
            <numerusform>Deleted %Ln box</numerusform>
            <numerusform>Deleted %Ln boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkEdit</name>
    <message numerus="yes">
        <source>Set %1 to no on %Ln image(s)</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>Set %1 to no on %Ln image</numerusform>
            <numerusform>Set %1 to no on %Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %1 on %Ln image(s)</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>Set %1 on %Ln image</numerusform>
            <numerusform>Set %1 on %Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) get &quot;%1: no&quot;.</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>%Ln image gets &quot;%1: no&quot;.</numerusform>
            <numerusform>%Ln images get &quot;%1: no&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) get &quot;%1&quot;.</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>%Ln image gets &quot;%1&quot;.</numerusform>
            <numerusform>%Ln images get &quot;%1&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked for %1 on %Ln image(s)</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>Looked for %1 on %Ln image</numerusform>
            <numerusform>Looked for %1 on %Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked for every concept on %Ln image(s)</source>
        <translation>
            <numerusform>Looked for every concept on %Ln image</numerusform>
            <numerusform>Looked for every concept on %Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) count as looked at for &quot;%1&quot;.</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>%Ln image counts as looked at for &quot;%1&quot;.</numerusform>
            <numerusform>%Ln images count as looked at for &quot;%1&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) count as looked at for every concept.</source>
        <translation>
            <numerusform>%Ln image counts as looked at for every concept.</numerusform>
            <numerusform>%Ln images count as looked at for every concept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln image(s) as without concept</source>
        <translation>
            <numerusform>Marked %Ln image as without concept</numerusform>
            <numerusform>Marked %Ln images as without concept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) are marked as without concept.</source>
        <translation>
            <numerusform>%Ln image is marked as without concept.</numerusform>
            <numerusform>%Ln images are marked as without concept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set split %1 on %Ln image(s)</source>
        <comment>name of a split</comment>
        <translation>
            <numerusform>Set split %1 on %Ln image</numerusform>
            <numerusform>Set split %1 on %Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) go to %1.</source>
        <comment>name of a split</comment>
        <translation>
            <numerusform>%Ln image goes to %1.</numerusform>
            <numerusform>%Ln images go to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) and all annotations of them leave the project. The files stay where they are. This can be undone.</source>
        <translation>
            <numerusform>%Ln image and all annotations of it leave the project. The file stays where it is. This can be undone.</numerusform>
            <numerusform>%Ln images and all annotations of them leave the project. The files stay where they are. This can be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %Ln image(s)</source>
        <translation>
            <numerusform>Removed %Ln image</numerusform>
            <numerusform>Removed %Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepted %Ln picture(s)</source>
        <translation>
            <numerusform>Accepted %Ln picture</numerusform>
            <numerusform>Accepted %Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConceptListModel</name>
    <message numerus="yes">
        <source>%1, %Ln box(es)</source>
        <extracomment>%1: name of a concept</extracomment>
        <translation>
            <numerusform>%1, %Ln box</numerusform>
            <numerusform>%1, %Ln boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DeviceCard</name>
    <message numerus="yes">
        <source>%Ln core(s)</source>
        <translation>
            <numerusform>%Ln core</numerusform>
            <numerusform>%Ln cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::EditedItem</name>
    <message numerus="yes">
        <source>Looked for %Ln concept(s)</source>
        <translation>
            <numerusform>Looked for %Ln concept</numerusform>
            <numerusform>Looked for %Ln concepts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln box</numerusform>
            <numerusform>%Ln boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them without concept.</source>
        <translation>
            <numerusform>%Ln of them without concept.</numerusform>
            <numerusform>%Ln of them without concept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them looked at for some concepts only.</source>
        <translation>
            <numerusform>%Ln of them looked at for some concepts only.</numerusform>
            <numerusform>%Ln of them looked at for some concepts only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) that nobody has annotated stay out.</source>
        <translation>
            <numerusform>%Ln image that nobody has annotated stays out.</numerusform>
            <numerusform>%Ln images that nobody has annotated stay out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) cannot go out, since their files are gone or changed.</source>
        <translation>
            <numerusform>%Ln image cannot go out, since its file is gone or changed.</numerusform>
            <numerusform>%Ln images cannot go out, since their files are gone or changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edit(s) that could not be saved yet did not go out.</source>
        <translation>
            <numerusform>%Ln edit that could not be saved yet did not go out.</numerusform>
            <numerusform>%Ln edits that could not be saved yet did not go out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImagesNotice</name>
    <message numerus="yes">
        <source>%Ln image(s) are not where they were.</source>
        <translation>
            <numerusform>%Ln image is not where it was.</numerusform>
            <numerusform>%Ln images are not where they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) are other files than at the import.</source>
        <translation>
            <numerusform>%Ln image is another file than at the import.</numerusform>
            <numerusform>%Ln images are other files than at the import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) cannot be read.</source>
        <translation>
            <numerusform>%Ln image cannot be read.</numerusform>
            <numerusform>%Ln images cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImagesPage</name>
    <message numerus="yes">
        <source>%Ln in this project</source>
        <comment>number of images</comment>
        <translation>
            <numerusform>%Ln in this project</numerusform>
            <numerusform>%Ln in this project</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No image matches these %Ln filter(s).</source>
        <translation>
            <numerusform>No image matches this filter.</numerusform>
            <numerusform>No image matches these %Ln filters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportChoicesBar</name>
    <message numerus="yes">
        <source>%Ln image(s) annotated already</source>
        <translation>
            <numerusform>%Ln image annotated already</numerusform>
            <numerusform>%Ln images annotated already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) without an entry</source>
        <translation>
            <numerusform>%Ln image without an entry</numerusform>
            <numerusform>%Ln images without an entry</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message numerus="yes">
        <source>%Ln image(s) added. One Undo takes all of it back.</source>
        <translation>
            <numerusform>%Ln image added. One Undo takes all of it back.</numerusform>
            <numerusform>%Ln images added. One Undo takes all of it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportSummary</name>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <comment>problems of an import</comment>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more: save the list to see all.</source>
        <translation>
            <numerusform>%Ln more: save the list to see all.</numerusform>
            <numerusform>%Ln more: save the list to see all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s): predictions with a score, which never count as annotations.</source>
        <translation>
            <numerusform>%Ln draft: a prediction with a score, which never counts as an annotation.</numerusform>
            <numerusform>%Ln drafts: predictions with a score, which never count as annotations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ItemInspector</name>
    <message numerus="yes">
        <source>%Ln image(s) selected</source>
        <translation>
            <numerusform>%Ln image selected</numerusform>
            <numerusform>%Ln images selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are not trained on as they are.</source>
        <translation>
            <numerusform>%Ln of them is not trained on as it is.</numerusform>
            <numerusform>%Ln of them are not trained on as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not looked at</source>
        <comment>number of images</comment>
        <translation>
            <numerusform>%Ln not looked at</numerusform>
            <numerusform>%Ln not looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %Ln image(s)</source>
        <translation>
            <numerusform>on %Ln image</numerusform>
            <numerusform>on %Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ItemNotice</name>
    <message numerus="yes">
        <source>All %Ln are annotated.</source>
        <comment>number of images</comment>
        <translation>
            <numerusform>The only image is annotated.</numerusform>
            <numerusform>All %Ln are annotated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is the last image. %Ln of this list are not fully annotated.</source>
        <translation>
            <numerusform>This is the last image. %Ln of this list is not fully annotated.</numerusform>
            <numerusform>This is the last image. %Ln of this list are not fully annotated.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ItemText</name>
    <message numerus="yes">
        <source>%Ln annotated</source>
        <translation>
            <numerusform>%Ln annotated</numerusform>
            <numerusform>%Ln annotated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln partly annotated</source>
        <translation>
            <numerusform>%Ln partly annotated</numerusform>
            <numerusform>%Ln partly annotated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln partly</source>
        <extracomment>%1: how many are annotated, in words</extracomment>
        <translation>
            <numerusform>%1, %Ln partly</numerusform>
            <numerusform>%1, %Ln partly</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JobsPanel</name>
    <message numerus="yes">
        <source>%Ln image(s) not found</source>
        <translation>
            <numerusform>%Ln image not found</numerusform>
            <numerusform>%Ln images not found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed image(s)</source>
        <translation>
            <numerusform>%Ln changed image</numerusform>
            <numerusform>%Ln changed images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) cannot be read whole</source>
        <translation>
            <numerusform>%Ln image cannot be read whole</numerusform>
            <numerusform>%Ln images cannot be read whole</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) found again</source>
        <translation>
            <numerusform>%Ln image found again</numerusform>
            <numerusform>%Ln images found again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JudgedGrid</name>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln box</numerusform>
            <numerusform>%Ln boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Labelling</name>
    <message numerus="yes">
        <source>This image has %Ln box(es). Without concept deletes them; this can be undone.</source>
        <translation>
            <numerusform>This image has %Ln box. Without concept deletes it; this can be undone.</numerusform>
            <numerusform>This image has %Ln boxes. Without concept deletes them; this can be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Leaving</name>
    <message numerus="yes">
        <source>%Ln edit(s) could not be saved and are lost if you go on. %1</source>
        <translation>
            <numerusform>%Ln edit could not be saved and is lost if you go on. %1</numerusform>
            <numerusform>%Ln edits could not be saved and are lost if you go on. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LibraryModel</name>
    <message numerus="yes">
        <source>%Ln version(s)</source>
        <translation>
            <numerusform>%Ln version</numerusform>
            <numerusform>%Ln versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln image(s) added. One Undo takes all of it back.</source>
        <translation>
            <numerusform>%Ln image added. One Undo takes all of it back.</numerusform>
            <numerusform>%Ln images added. One Undo takes all of it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PageBars</name>
    <message numerus="yes">
        <source>%Ln training(s) are waiting.</source>
        <translation>
            <numerusform>%Ln training is waiting.</numerusform>
            <numerusform>%Ln trainings are waiting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PredictPage</name>
    <message numerus="yes">
        <source>%Ln picture(s) answered</source>
        <translation>
            <numerusform>%Ln picture answered</numerusform>
            <numerusform>%Ln pictures answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln had been answered before</source>
        <translation>
            <numerusform>%Ln had been answered before</numerusform>
            <numerusform>%Ln had been answered before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) could not be read.</source>
        <translation>
            <numerusform>%Ln picture could not be read.</numerusform>
            <numerusform>%Ln pictures could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) changed since they were answered; their results are those of before. Choose another folder to answer them again.</source>
        <translation>
            <numerusform>%Ln picture changed since it was answered; its result is that of before. Choose another folder to answer it again.</numerusform>
            <numerusform>%Ln pictures changed since they were answered; their results are those of before. Choose another folder to answer them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProjectCard</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RecoveryPage</name>
    <message numerus="yes">
        <source>%Ln edit(s) made after that are only in the file from before.</source>
        <translation>
            <numerusform>%Ln edit made after that is only in the file from before.</numerusform>
            <numerusform>%Ln edits made after that are only in the file from before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SourceOptions</name>
    <message numerus="yes">
        <source>%Ln file(s) and folder(s)</source>
        <translation>
            <numerusform>%Ln file or folder</numerusform>
            <numerusform>%Ln files and folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusBar</name>
    <message numerus="yes">
        <source>Not saved: %Ln edit(s) waiting</source>
        <translation>
            <numerusform>Not saved: %Ln edit waiting</numerusform>
            <numerusform>Not saved: %Ln edits waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StorageSettings</name>
    <message numerus="yes">
        <source>Emptied: %Ln file(s), %1.</source>
        <translation>
            <numerusform>Emptied: %Ln file, %1.</numerusform>
            <numerusform>Emptied: %Ln files, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Thumbnails, %Ln file(s)</source>
        <translation>
            <numerusform>Thumbnails, %Ln file</numerusform>
            <numerusform>Thumbnails, %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Backups, %Ln file(s)</source>
        <translation>
            <numerusform>Backups, %Ln file</numerusform>
            <numerusform>Backups, %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pictures copied into the project, %Ln file(s)</source>
        <translation>
            <numerusform>Pictures copied into the project, %Ln file</numerusform>
            <numerusform>Pictures copied into the project, %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Weights, %Ln version(s)</source>
        <translation>
            <numerusform>Weights, %Ln version</numerusform>
            <numerusform>Weights, %Ln versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TrainingCheck</name>
    <message numerus="yes">
        <source>%Ln training image(s)</source>
        <translation>
            <numerusform>%Ln training image</numerusform>
            <numerusform>%Ln training images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln validation image(s)</source>
        <translation>
            <numerusform>%Ln validation image</numerusform>
            <numerusform>%Ln validation images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TrainingIndicator</name>
    <message numerus="yes">
        <source>%Ln in queue</source>
        <comment>trainings</comment>
        <translation>
            <numerusform>%Ln in queue</numerusform>
            <numerusform>%Ln in queue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TrainingPage</name>
    <message numerus="yes">
        <source>%Ln training(s) wait in the queue.</source>
        <translation>
            <numerusform>%Ln training waits in the queue.</numerusform>
            <numerusform>%Ln trainings wait in the queue.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TryItPanel</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::VersionPage</name>
    <message numerus="yes">
        <source>%Ln images could not be read and took no part in the training: %1</source>
        <translation>
            <numerusform>%Ln image could not be read and took no part in the training: %1</numerusform>
            <numerusform>%Ln images could not be read and took no part in the training: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ViewCardDelegate</name>
    <message numerus="yes">
        <source>%Ln version(s)</source>
        <translation>
            <numerusform>%Ln version</numerusform>
            <numerusform>%Ln versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::relink</name>
    <message numerus="yes">
        <source>Kept the annotation of %Ln changed image(s)</source>
        <translation>
            <numerusform>Kept the annotation of %Ln changed image</numerusform>
            <numerusform>Kept the annotation of %Ln changed images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %Ln changed image(s) as new</source>
        <translation>
            <numerusform>Took %Ln changed image as new</numerusform>
            <numerusform>Took %Ln changed images as new</numerusform>
        </translation>
    </message>
</context>
</TS>
