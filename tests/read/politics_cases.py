"""Sentences of every kind of politics with the class a careful coder gives them, in our own words.

One line a sentence: the class, then the sentence. The classes are those of PLOVER's events: the five
that are acts of the coding guide, and OTHER for whatever else happens in politics. They follow the
definitions of the CAMEO codes (intents, endorsements, demands, rejections, threats; and meetings, aid
given, concessions made, sanctions imposed, protests held, accusations, arrests, attacks).
"""

from __future__ import annotations

__all__ = ["CASES"]

_TEXT = """
AGREE: Chile and Peru agreed on Friday to build a joint railway across the border.
AGREE: Kenya's president pledged to restore electricity to the northern provinces by March.
AGREE: Ghana is ready to share intelligence with its neighbours, the interior minister said.
AGREE: Mongolia said it would lower customs duties on Kazakh grain.
AGREE: The Zambian rebels have promised to free all captured soldiers within a week.
AGREE: Norway offered to mediate between the two factions in Mali.
AGREE: Vietnam and Laos plan to hold joint naval exercises in the autumn.
AGREE: Ecuador's foreign minister will travel to Bogota next week for talks on the border.
AGREE: The Tunisian government has consented to a visit by United Nations inspectors.
AGREE: The opposition in Malawi expressed its willingness to enter a national dialogue.
AGREE: Cuba is willing to discuss the release of political prisoners, a diplomat said.
AGREE: The Philippine army vowed to punish no villager who gives up his gun.
AGREE: Nepal's king has given his consent to early elections.
AGREE: Sudan's president promised to appoint a new cabinet and to lift press censorship.
AGREE: Both sides gave their agreement to a ceasefire in the delta, Angolan officials said.
AGREE: Rwanda and Burundi reached an agreement to reopen the border bridge.
AGREE: Egypt intends to grant an amnesty to 300 students, its justice minister announced.
AGREE: Denmark will send doctors to Haiti, its aid minister said.
AGREE: The governing party of Bolivia accepted an invitation to talks with the miners' union.
AGREE: The Angolan government has decided to withdraw its army from the diamond fields.
AGREE: Iceland will host a conference of fishing nations in June.
AGREE: Serbia is prepared to let international observers into its prisons.
AGREE: Fiji's military ruler made a commitment to hold elections before the end of the year.
AGREE: Lebanon and Cyprus struck a deal to exchange prisoners.
AGREE: Japan has undertaken to pay for the clean-up of the lagoon.
AGREE: Ukraine hopes to resume talks with Moldova on gas transit, its energy minister said.
AGREE: Paraguay's congress voted to ease the ban on foreign banks.
AGREE: The Moroccan prime minister announced plans to free 40 trade unionists.
SUPPORT: Sweden's prime minister praised the reforms of the Georgian government.
SUPPORT: Brazil has recognised the new government of Bolivia.
SUPPORT: Jordan and Qatar restored diplomatic relations on Sunday.
SUPPORT: Poland voiced support for Moldova's bid to join the European Union.
SUPPORT: The king of Morocco commended Senegal for its role in the peace talks.
SUPPORT: Indonesia apologised to Australia for the arrest of three fishermen.
SUPPORT: Zambia and Malawi signed a trade treaty on Tuesday.
SUPPORT: China's foreign ministry defended Sudan against charges of abuse.
SUPPORT: The Dutch government expressed its backing for the Cypriot plan.
SUPPORT: Canada welcomed the election of a civilian president in Myanmar.
SUPPORT: The Vatican established diplomatic ties with Kazakhstan.
SUPPORT: Turkey's president congratulated Azerbaijan on its independence day.
SUPPORT: Ireland's foreign minister hailed the decision of the Basque separatists.
SUPPORT: Ethiopia endorsed the candidacy of a Kenyan economist for the post.
SUPPORT: Venezuela has formally recognised the independence of the breakaway republic.
SUPPORT: Portugal and Angola signed a memorandum of understanding on fisheries.
SUPPORT: Thousands of Haitians rallied in support of the ousted president.
SUPPORT: The Peruvian cabinet expressed confidence in its defence minister.
SUPPORT: Germany's chancellor paid tribute to the courage of Belarusian protesters.
SUPPORT: Finland and Estonia normalised their relations last year.
SUPPORT: Kuwait forgave Iraq's debts from the war.
SUPPORT: Austria's president begged forgiveness of the victims of the camp.
SUPPORT: Iran upgraded its relations with Oman to the level of ambassadors.
SUPPORT: Croatia and Slovenia concluded a border agreement in Zagreb.
SUPPORT: The African Union gave its full support to the Ivorian prime minister.
SUPPORT: Colombia and Venezuela have signed an extradition accord.
REQUEST: Chad called on Libya to pull its troops out of the border strip.
REQUEST: Peruvian miners demanded higher pay from the government.
REQUEST: The United States asked Panama to extradite the banker.
REQUEST: Haitian opposition leaders urged the president to step down.
REQUEST: Greece must pay its debts to small farmers, the farmers' union said.
REQUEST: Somalia appealed for food aid after the drought.
REQUEST: The Red Cross requested access to prisoners in Yemen.
REQUEST: Spain wants Morocco to take back the migrants.
REQUEST: Amnesty International demanded the release of two Cuban writers.
REQUEST: Guatemala's bishops called for an investigation into the killings.
REQUEST: Armenia insisted that Azerbaijan lift its blockade.
REQUEST: India pressed Nepal to close the camps of the guerrillas.
REQUEST: Malta has applied to the European Union for emergency aid.
REQUEST: The Kremlin told Georgia to withdraw its police from the valley.
REQUEST: Students in Niger are demanding the resignation of the education minister.
REQUEST: The UN Security Council ordered both armies to stop fighting.
REQUEST: Lesotho sought military help from South Africa.
REQUEST: Bahrain should free the detained doctors, the UN rights chief said.
REQUEST: The Czech president renewed his call for a referendum.
REQUEST: Honduras made an appeal to Mexico for medicine.
REQUEST: Syria has to end the siege of the town, the French foreign minister said.
REQUEST: The Slovak opposition petitioned the constitutional court to annul the vote.
REJECT: Eritrea rejected an Ethiopian proposal for direct talks.
REJECT: Bolivia's government refused to meet the strikers.
REJECT: Russia vetoed a resolution on the conflict in Syria.
REJECT: Pakistan ruled out any concession on the river dam.
REJECT: The Tamil rebels turned down an offer of amnesty.
REJECT: Japan's foreign minister dismissed North Korea's demand for compensation.
REJECT: The Thai army said it would not withdraw from the temple.
REJECT: Hungary declined to extradite the former general.
REJECT: Cuba has no intention of freeing the dissidents, a spokesman said.
REJECT: The junta in Guinea ignored an appeal to hand over power.
REJECT: Israel said no to an international inquiry.
REJECT: Turkey opposes the deployment of foreign monitors on its border.
REJECT: Sudan's government spurned an invitation to peace talks in Nairobi.
REJECT: Zimbabwe denied visas to election observers from Canada.
REJECT: The Malian separatists are unwilling to lay down their arms.
REJECT: Nicaragua refused entry to a delegation of the Organization of American States.
REJECT: Madagascar's president defied a court order to dissolve the assembly.
REJECT: The plan was rejected by Cyprus.
REJECT: Gabon's opposition would not recognise the election result.
REJECT: Ruling party deputies in Albania voted against the reform.
REJECT: Burma resisted pressure to free the opposition leader.
REJECT: A ceasefire is out of the question, the Congolese rebel commander said.
REJECT: Algeria does not accept any mediation, its prime minister said.
REJECT: Uruguay walked away from the offer of a loan.
THREATEN: Iran threatened to close the strait to oil tankers.
THREATEN: The Somali militia warned it would attack aid convoys.
THREATEN: Senegal will expel the Gambian ambassador unless the fishermen are freed.
THREATEN: Nigerian oil workers threatened to go on strike.
THREATEN: North Korea vowed to retaliate for the naval drill.
THREATEN: The European Union could impose sanctions on Belarus, its foreign policy chief said.
THREATEN: Greek dockers said they would blockade the port of Piraeus.
THREATEN: Ethiopia is ready to use force to reopen the road.
THREATEN: The Burundian army said it would bomb the camps.
THREATEN: Sri Lanka may ban the party, its president warned.
THREATEN: Mexico plans to break off diplomatic relations with Guatemala.
THREATEN: Teachers in Peru will hold a nationwide strike from Monday.
THREATEN: The Lebanese militia gave the government an ultimatum to free its fighters.
THREATEN: Russia threatened Latvia with economic sanctions.
THREATEN: Pakistan's government plans to impose a curfew in Karachi.
THREATEN: Ivory Coast will suspend talks with the rebels, its prime minister said.
THREATEN: The Kurdish guerrillas have threatened to kill the hostages.
THREATEN: Venezuela said it would cut off oil supplies to Colombia.
OTHER: The presidents of Chile and Argentina met in Mendoza on Sunday.
OTHER: Uganda's foreign minister arrived in Kigali for two days of talks.
OTHER: The Swiss president telephoned his Austrian counterpart.
OTHER: Talks between Armenia and Azerbaijan resumed in Geneva.
OTHER: Cameroon and Nigeria discussed their border dispute.
OTHER: Australia gave Tonga ten patrol boats.
OTHER: Doctors from Cuba treated thousands of flood victims in Peru.
OTHER: Canada granted asylum to a Kenyan editor.
OTHER: Portuguese soldiers handed out food in Dili.
OTHER: Myanmar's rulers freed 200 prisoners on Sunday.
OTHER: Turkey lifted a state of emergency in two eastern provinces.
OTHER: Ecuador's vice-president resigned on Friday.
OTHER: Rebels in the Congo laid down their arms.
OTHER: Israel withdrew its troops from the town.
OTHER: The Colombian guerrillas declared a truce.
OTHER: Guatemala opened an inquiry into the massacre.
OTHER: Prosecutors in Peru are investigating the former minister for fraud.
OTHER: Cuba accused the United States of piracy.
OTHER: Iran's foreign minister condemned the bombing of the school.
OTHER: Spain criticised Gibraltar over smuggling.
OTHER: Kenya's opposition leader denounced the arrest of two deputies.
OTHER: A court in Chad found the former ruler guilty of torture.
OTHER: Thousands of students marched through Dhaka.
OTHER: Farmers in India blocked a highway with tractors.
OTHER: Prisoners in Chile began a hunger strike.
OTHER: Rail workers in Belgium went on strike on Tuesday.
OTHER: Youths burned cars and threw stones in Algiers.
OTHER: Pakistan put its army on alert along the frontier.
OTHER: China sent warships into the disputed waters.
OTHER: The United States imposed sanctions on two Syrian banks.
OTHER: Denmark expelled an Iranian diplomat.
OTHER: Kuwait recalled its ambassador from Amman.
OTHER: Poland suspended aid to Belarus.
OTHER: Bolivia broke off relations with Israel.
OTHER: Bahraini police arrested 30 protesters.
OTHER: Gambia deported two British journalists.
OTHER: Uganda imposed a curfew in the north.
OTHER: Angolan soldiers destroyed a village school.
OTHER: Egypt banned the movement and seized its offices.
OTHER: A bomb killed six policemen in Kabul.
OTHER: Gunmen kidnapped a Japanese engineer in Yemen.
OTHER: Ethiopian jets bombed the airport of Asmara.
OTHER: Rebels captured a bridge near Bangui after heavy fighting.
OTHER: The Thai government has accused soldiers of torture.
OTHER: Morocco's parliament passed a law on land rights.
OTHER: Sierra Leone's government yielded to the demands of striking nurses.
OTHER: Ukraine extradited a banker to Spain.
OTHER: Botswana and Namibia share data on poachers.
OTHER: Peru's president reshuffled his cabinet.
OTHER: Malaysia stopped imports of Danish pork.
"""

CASES = tuple(tuple(line.split(": ", 1)) for line in _TEXT.strip().splitlines())
